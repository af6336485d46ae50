/**
 * Measures in real browsers and beside peers, and keeps what came out in bench/results.md, section by section: `npm run
 * bench`, or with words of the names of sections to choose, or with `--full` for all sizes, or with `--grown=FOLDER` to keep
 * grown packs there and use them again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildMode } from '@/tests/browser/build';
import { ROOT } from '@/tests/browser/command';
import type { BrowserKind } from '@/tests/browser/find';
import { requireBrowsers } from '@/tests/browser/install';
import { absPageBench } from './browser/abs-page';
import { backgroundBench } from './browser/background';
import { coldBench } from './browser/cold';
import { extractionBench } from './browser/extraction';
import { listingBench } from './browser/listing';
import { longListingBench } from './browser/long-listing';
import { pageLoadBench } from './browser/page-load';
import { popupBench } from './browser/popup';
import { sizeBench } from './browser/size';
import { bundleBench, GROWN, growthBench } from './growth/growth';
import { largeLibraryBench } from './library/large-library';
import type { Bench, Figure } from './measure';
import { FULL, measurePeers, SHORT } from './peers/bench';
import { FULL_WORKER, measureInWorkers, SHORT_WORKER } from './worker/service-worker';
import { circumstances, tableOf, withSections } from './results';

const RESULTS = join(ROOT, 'bench', 'results.md');
const PEERS_NAME = 'Peers, in Node';
const PEERS_NOTE = `The same papers of the bundle (title, authors, key terms) and the same 189 queries (tests/search/queries.jsonl)
for each, in a process of its own with at most 4 GB; times are processor time. Opened: from what is kept between two starts, in
memory already. Those that do not get through a size are measured at the next smaller one.`;
const WORKERS_NAME = 'Peers, in a service worker of Chromium';
const WORKERS_NOTE = `The papers and queries of the section before, by the clock, in a service worker of an extension that has nothing else. Peers are built in a
page of it and keep one file, which a worker that was stopped reads whole; Gloss is the bundle in IndexedDB. The first query is another
each time (n from 5 to 30). Warm: inside the worker, all queries one after another.`;
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];
const BENCHES: readonly Bench[] = [
  sizeBench,
  bundleBench,
  listingBench,
  longListingBench,
  pageLoadBench,
  ...KINDS.flatMap((kind) => [
    coldBench(kind),
    absPageBench(kind),
    backgroundBench(kind),
    popupBench(kind),
    extractionBench(kind),
    largeLibraryBench(kind),
  ]),
];

const isFull = process.argv.includes('--full');
const kept = process.argv.find((word) => word.startsWith('--grown='))?.slice('--grown='.length);
const wanted = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map((word) => word.toLowerCase());
const isWanted = ({ name }: { name: string }) => wanted.every((word) => name.toLowerCase().includes(word));
const chosen = [
  ...BENCHES,
  ...GROWN.slice(0, isFull ? undefined : 1).map((papers) => growthBench(papers, kept)),
].filter(isWanted);
for (const kind of KINDS.filter((one) => chosen.some(({ name }) => name.endsWith(one) || name === 'Size'))) {
  requireBrowsers([kind]);
  for (const mode of ['production', 'e2e'] satisfies BuildMode[]) await buildOrEnd(kind, mode);
}
const told = process.argv.slice(2).filter((word) => !word.startsWith('--grown='));
const command = `npm run bench${told.length > 0 ? ` -- ${told.join(' ')}` : ''}`;
for (const { name, run } of chosen) {
  const figures = await run();
  console.log(`\n${name}`);
  for (const one of figures) console.log(`  ${mark(one)} ${one.what}: ${one.value}; ${one.goal}`);
  keep(name, tableOf(figures));
}
if (isWanted({ name: PEERS_NAME })) {
  console.log(`\n${PEERS_NAME}`);
  await measurePeers(isFull ? FULL : SHORT, (table) => keep(PEERS_NAME, `${PEERS_NOTE}\n\n${table}`));
}
if (isWanted({ name: WORKERS_NAME })) {
  requireBrowsers(['chromium']);
  console.log(`\n${WORKERS_NAME}`);
  const plan = isFull ? FULL_WORKER : SHORT_WORKER;
  await measureInWorkers(plan, (table) => keep(WORKERS_NAME, `${WORKERS_NOTE}\n\n${table}`));
}

/** A section is written as soon as it was measured, whatever becomes of the others. */
function keep(name: string, text: string): void {
  const body = `${circumstances(command)}\n\n${text}`;
  writeFileSync(RESULTS, withSections(readFileSync(RESULTS, 'utf8'), [{ name, body }]));
}

async function buildOrEnd(kind: BrowserKind, mode: BuildMode): Promise<void> {
  const { status, output } = await build(kind, mode);
  if (status === 0) return;
  console.error(output);
  process.exit(1);
}

function mark({ met }: Figure): string {
  return met === null ? '-' : met ? 'ok' : 'MISSED';
}
