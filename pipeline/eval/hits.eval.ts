import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evidenceText } from '@/lib/core/evidence-text';
import type { Evidence } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import { parseSnapshotRecord } from '@/lib/core/snapshot';
import { extractStated } from '@/lib/extract';
import { extractModelled } from '@/lib/extract/models';
import { packagedModels } from '../packaged-models';
import { dumpLines } from '../sources/dump';
import { randomFrom } from './score';

const DUMPS = fileURLToPath(new URL('../../../shared/arxiv/', import.meta.url));
const MODELLED = ['does', 'found', 'tasks', 'methods', 'datasets-named', 'metrics'];
const AROUND = 60;

type Hit = { id: string; value: string; words: string };

/**
 * `npm run -s eval -- hits FACT [COUNT] [SEED] [EVERY]`: COUNT (50) random papers that state a fact, with the words it
 * was read from, to be judged by eye. About one record in EVERY (40) is looked at; the same SEED (1) gives the same.
 */
export async function run([fact, count = '50', seed = '1', every = '40']: readonly string[]): Promise<void> {
  if (fact === undefined) console.log('hits: skipped, it was not said of which fact');
  else if (!existsSync(DUMPS)) console.log('hits: skipped, the records are not there');
  else {
    const { hits, seen, of } = await sample(fact, Number(count), randomFrom(Number(seed)), 1 / Number(every));
    console.log(`\n## ${fact}: ${hits.length} of ${seen} hits in ${of} papers`);
    for (const [at, { id, value, words }] of hits.entries())
      console.log(`${at + 1}. ${id} ${value} | ${words}`);
  }
}

/** Every hit has the same chance to be kept. */
async function sample(
  fact: string,
  count: number,
  next: () => number,
  share: number,
): Promise<{ hits: Hit[]; seen: number; of: number }> {
  const hits: Hit[] = [];
  let [seen, of] = [0, 0];
  for (const file of readdirSync(DUMPS).filter((name) => name.endsWith('.br')))
    for await (const line of dumpLines(DUMPS + file)) {
      if (next() >= share) continue;
      const paper = parseSnapshotRecord(JSON.parse(line));
      if ('error' in paper || paper.abstract === null) continue;
      of += 1;
      const found = itemsOf(paper, fact);
      const item = found[Math.floor(next() * found.length)];
      if (!item) continue;
      seen += 1;
      const place = hits.length < count ? hits.length : Math.floor(next() * seen);
      if (place < count) hits[place] = hitOf(paper, item);
    }
  return { hits, seen, of };
}

type Item = { value: unknown; evidence: readonly Evidence[] };

function itemsOf(paper: Paper, fact: string): Item[] {
  const facts: Record<string, unknown> = MODELLED.includes(fact)
    ? { ...extractModelled(paper, packagedModels()) }
    : { ...extractStated(paper) };
  const stated = facts[fact === 'datasets-named' ? 'datasets' : fact];
  return [stated]
    .flat()
    .flatMap((one) => (isItem(one) ? [one] : isPlace(one) ? [{ value: '', evidence: [one] }] : []));
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && 'evidence' in value;
}

function isPlace(value: unknown): value is Evidence {
  return typeof value === 'object' && value !== null && 'field' in value;
}

function hitOf(paper: Paper, { value, evidence: [at] }: Item): Hit {
  const around = at && { ...at, start: Math.max(0, at.start - AROUND), end: at.end + AROUND };
  const [words, whole] = [at, around].map((one) => (one ? evidenceText(paper, one) : ''));
  return {
    id: paper.id,
    value: JSON.stringify(value),
    words: whole?.replace(words ?? '', `[[${words ?? ''}]]`) ?? '',
  };
}
