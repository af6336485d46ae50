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
 * `npm run -s eval -- hits FACT[,FACT...] [COUNT] [SEED] [EVERY]`: COUNT (50) random papers that state a fact, with the words
 * it was read from, to be judged by eye. About one record in EVERY (40) is looked at; the same SEED (1) gives the same,
 * whichever other facts are asked for.
 */
export async function run([facts, count = '50', seed = '1', every = '40']: readonly string[]): Promise<void> {
  if (facts === undefined) console.log('hits: skipped, it was not said of which fact');
  else if (!existsSync(DUMPS)) console.log('hits: skipped, the records are not there');
  else {
    const samples = facts.split(',').map((fact) => new Sample(fact, Number(count), randomFrom(Number(seed))));
    await fill(samples, 1 / Number(every));
    for (const { fact, hits, seen, of } of samples) {
      console.log(`\n## ${fact}: ${hits.length} of ${seen} hits in ${of} papers`);
      for (const [at, { id, value, words }] of hits.entries())
        console.log(`${at + 1}. ${id} ${value} | ${words}`);
    }
  }
}

/** Every hit has the same chance to be kept. */
class Sample {
  readonly hits: Hit[] = [];
  seen = 0;
  of = 0;

  constructor(
    readonly fact: string,
    private readonly count: number,
    readonly next: () => number,
  ) {}

  look(paper: Paper): void {
    this.of += 1;
    const found = itemsOf(paper, this.fact);
    const item = found[Math.floor(this.next() * found.length)];
    if (!item) return;
    this.seen += 1;
    const place = this.hits.length < this.count ? this.hits.length : Math.floor(this.next() * this.seen);
    if (place < this.count) this.hits[place] = hitOf(paper, item);
  }
}

async function fill(samples: readonly Sample[], share: number): Promise<void> {
  for (const file of readdirSync(DUMPS).filter((name) => name.endsWith('.br')))
    for await (const line of dumpLines(DUMPS + file)) {
      const looking = samples.filter(({ next }) => next() < share);
      if (looking.length === 0) continue;
      const paper = parseSnapshotRecord(JSON.parse(line));
      if ('error' in paper || paper.abstract === null) continue;
      for (const sample of looking) sample.look(paper);
    }
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
