/** Measures one pack in a process of its own: `measure-grown.ts FOLDER`. A line of JSON. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { related, type RelatedQuery } from '@/lib/related';
import { openSegment, search, type Segment } from '@/lib/search';
import { heldMb, quantile } from '../measure';
import { packFiles } from './pack-files';

/** Milliseconds of processor time: what else the machine does is not in them. */
export type Asked = { p50: number; p95: number; kilobytes: number; blocks: number };
export type MeasuredGrown = Record<'coldSearch' | 'warmSearch' | 'coldRelated' | 'warmRelated', Asked> & {
  /** JavaScript's heap and buffers after all questions, less what was there before. */
  heldMb: number;
};

const QUERIES = fileURLToPath(new URL('../../tests/search/queries.jsonl', import.meta.url));
const LIMIT = 10;
const RELATED = 60;
const COLD = 40;

const [folder = ''] = process.argv.slice(2);
const { source, read } = packFiles(folder);
const queries = readFileSync(QUERIES, 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { query: string }).query);
const before = await heldMb();
const warm = await openSegment(source);
const papers = await someOf(warm);
const searching = (query: string) => (segment: Segment) => search([segment], query, { limit: LIMIT });
const relating = (paper: RelatedQuery) => (segment: Segment) => related([segment], paper, { limit: LIMIT });
const measured: MeasuredGrown = {
  coldSearch: await asked(queries.slice(0, COLD).map(searching), () => openSegment(source)),
  coldRelated: await asked(papers.slice(0, COLD).map(relating), () => openSegment(source)),
  warmSearch: await asked(queries.map(searching), async () => warm),
  warmRelated: await asked(papers.map(relating), async () => warm),
  heldMb: (await heldMb()) - before,
};
console.log(JSON.stringify(measured));

/** Papers from all over the ranks, as a page gives them: what is known of the abstract are its key terms. */
async function someOf(segment: Segment): Promise<RelatedQuery[]> {
  const numbers = Array.from({ length: RELATED }, (_, at) => Math.floor((at * segment.papers) / RELATED));
  const records = await segment.records(numbers);
  return records.map(({ id, title, authors, categories }) => ({
    ...{ id, title, authors, categories },
    abstract: `We study ${title}. ${records.find((other) => other.categories[0] === categories[0])?.title ?? ''}`,
  }));
}

async function asked(
  questions: readonly ((segment: Segment) => Promise<unknown>)[],
  open: () => Promise<Segment>,
): Promise<Asked> {
  const times: number[] = [];
  const before = { ...read };
  for (const ask of questions) {
    const started = process.cpuUsage();
    await ask(await open());
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1e3);
  }
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    kilobytes: (read.bytes - before.bytes) / questions.length / 1e3,
    blocks: (read.blocks - before.blocks) / questions.length,
  };
}
