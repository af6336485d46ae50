import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { archiveOf } from '@/lib/core/categories';
import type { StatedFacts } from '@/lib/core/facts';
import { monthOfId } from '@/lib/core/paper-id';
import { parseSnapshotRecord } from '@/lib/core/snapshot';
import { extractStated } from '@/lib/extract';
import { dumpLines } from '../sources/dump';

const DUMPS = fileURLToPath(new URL('../../../shared/arxiv/', import.meta.url));
const FACTS = [
  'venue',
  'pages',
  'figures',
  'tables',
  'links',
  'available',
  'sota',
  'first',
  'improvements',
  'parameters',
  'hardware',
  'releasedDataset',
  'datasets',
  'acronyms',
  'withdrawal',
  'versionNote',
  'theorems',
  'telescopes',
  'experiments',
  'materials',
  'organisms',
] as const satisfies readonly (keyof StatedFacts)[];

type Tally = { papers: number; stated: number[] };

/** `npm run -s eval -- prevalence [EVERY]`: how often each fact is stated, on every EVERYth record (100). */
export async function run([every = '100']: readonly string[]): Promise<void> {
  if (!existsSync(DUMPS)) {
    console.log('prevalence: skipped, the records are not there');
    return;
  }
  const tallies = new Map<string, Tally>();
  let number = 0;
  for (const file of readdirSync(DUMPS).filter((name) => name.endsWith('.br'))) {
    for await (const line of dumpLines(DUMPS + file)) {
      number += 1;
      if (number % Number(every) === 0) count(tallies, line);
    }
  }
  print(tallies);
}

function count(tallies: Map<string, Tally>, line: string): void {
  const paper = parseSnapshotRecord(JSON.parse(line));
  if ('error' in paper || paper.abstract === null) return;
  const facts = extractStated(paper);
  const { year } = monthOfId(paper.id);
  const years =
    year < 2010 ? '1991-2009' : year < 2020 ? '2010-2019' : year < 2025 ? '2020-2024' : '2025-2026';
  const [primary] = paper.categories;
  for (const group of ['all', years, primary === undefined ? 'unknown' : archiveOf(primary)]) {
    const tally = tallies.get(group) ?? { papers: 0, stated: FACTS.map(() => 0) };
    tallies.set(group, tally);
    tally.papers += 1;
    for (const [index, name] of FACTS.entries()) {
      const fact = facts[name];
      if (Array.isArray(fact) ? fact.length > 0 : fact !== null)
        tally.stated[index] = (tally.stated[index] ?? 0) + 1;
    }
  }
}

function print(tallies: ReadonlyMap<string, Tally>): void {
  console.log('\n## How often each fact is stated, in percent of the papers with an abstract');
  console.log(['group'.padEnd(12), 'papers', ...FACTS.map((name) => name.slice(0, 9).padStart(9))].join(' '));
  const groups = [...tallies]
    .filter(([, { papers }]) => papers >= 20)
    .sort(([, a], [, b]) => b.papers - a.papers);
  for (const [group, { papers, stated }] of groups) {
    const shares = stated.map((found) => ((100 * found) / papers).toFixed(1).padStart(9));
    console.log([group.padEnd(12), String(papers).padStart(6), ...shares].join(' '));
  }
}
