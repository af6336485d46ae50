/**
 * Measures in real browsers and beside peers, and keeps what came out in bench/results.md: `npm run bench`, or with names to
 * choose, or with `--full` for all sizes of the peers.
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { build, type BuildMode } from '@/tests/browser/build';
import { ROOT } from '@/tests/browser/command';
import type { BrowserKind } from '@/tests/browser/find';
import { requireBrowsers } from '@/tests/browser/install';
import { absPageBench } from './browser/abs-page';
import { backgroundBench } from './browser/background';
import { extractionBench } from './browser/extraction';
import { listingBench } from './browser/listing';
import { popupBench } from './browser/popup';
import { sizeBench } from './browser/size';
import { largeLibraryBench } from './library/large-library';
import type { Bench, Figure } from './measure';
import { FULL, measurePeers, SHORT } from './peers/bench';

const PEERS_NAME = 'Peers, in Node';
const PEERS_NOTE = `The same papers of the bundle (title, authors, key terms) and the same 189 queries (tests/search/queries.jsonl)
for each, in a process of its own with at most 4 GB. Opened: from what is kept between two starts, in memory already. Those that are
not done in the time given are not measured at a larger size.`;
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];
const BENCHES: readonly Bench[] = [
  sizeBench,
  listingBench,
  ...KINDS.flatMap((kind) => [
    absPageBench(kind),
    backgroundBench(kind),
    popupBench(kind),
    extractionBench(kind),
    largeLibraryBench(kind),
  ]),
];

requireBrowsers(KINDS);
for (const kind of KINDS)
  for (const mode of ['production', 'e2e'] satisfies BuildMode[]) await buildOrEnd(kind, mode);

const isFull = process.argv.includes('--full');
const wanted = process.argv
  .slice(2)
  .filter((word) => word !== '--full')
  .map((word) => word.toLowerCase());
const chosen = BENCHES.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word)));
const sections: string[] = [];
for (const { name, run } of chosen) {
  const figures = await run();
  console.log(`\n${name}`);
  for (const one of figures) console.log(`  ${mark(one)} ${one.what}: ${one.value}; ${one.goal}`);
  sections.push(sectionOf(name, figures));
}
if (wanted.every((word) => PEERS_NAME.toLowerCase().includes(word))) {
  console.log(`\n${PEERS_NAME}`);
  sections.push(`## ${PEERS_NAME}\n\n${PEERS_NOTE}\n\n${await measurePeers(isFull ? FULL : SHORT)}`);
}
// A part of the figures would pass for all of them.
if (wanted.length === 0) writeFileSync(join(ROOT, 'bench', 'results.md'), page(sections));

async function buildOrEnd(kind: BrowserKind, mode: BuildMode): Promise<void> {
  const { status, output } = await build(kind, mode);
  if (status === 0) return;
  console.error(output);
  process.exit(1);
}

function sectionOf(name: string, figures: readonly Figure[]): string {
  const rows = figures.map(
    (one) =>
      `| ${one.what} | ${one.value} | ${one.goal} | ${one.met === null ? '-' : one.met ? 'yes' : 'no'} |`,
  );
  return [
    `## ${name}`,
    '',
    '| what | measured | goal | met |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function page(parts: readonly string[]): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} x ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Node ${process.version}`;
  return [
    '# Speed',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench\` on ${machine}.`,
    'Browsers are driven headless, pages come from a local server; what the machine does besides is in the figures.',
    '',
    ...parts,
  ].join('\n');
}

function mark({ met }: Figure): string {
  return met === false ? 'MISSED' : 'ok';
}
