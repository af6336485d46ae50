import type { SentenceRole } from '@/lib/core/facts';
import { createRanker, type RankedDocument } from '@/lib/related/rank';
import { rankedDocumentOf, roleOf } from '../commands/rank';
import { readWordVectors } from '../train/vectors-file';
import { goldRows, hasGold } from './gold';
import { averagePrecision, bootstrap, discountedGain } from './related-score';

/** A query, its candidates, and how related each was judged to be. */
type Judged = { qid: string; role: SentenceRole | null; gains: ReadonlyMap<string, number>; depth: number };

/** Average precision and nDCG of one query, 0 to 100. */
export type Score = { precision: number; gain: number };

const TARGETS = { csfcube: [39, 57], cacm: [30, null] } as const;

/** Prints how well papers are ranked by likeness, on CSFCube and CACM, with 95% bootstrap intervals. */
export async function run(): Promise<void> {
  if (!hasGold()) {
    console.log('related: skipped, the gold sets are not there');
    return;
  }
  console.log('\n## Related papers');
  console.log('set            queries  MAP (95% interval)     target   nDCG (95% interval)    target');
  print('CSFCube', await csfcubeScores(), TARGETS.csfcube);
  print('  no facet', await csfcubeScores({ facets: false }), TARGETS.csfcube);
  print('CACM', await cacmScores(), TARGETS.cacm);
  console.log('CSFCube: nDCG at 20% of the pool; SPECTER there 35.6 and 53.0. CACM: nDCG@10.');
}

/** CSFCube's given half: relevant from 2 on; nDCG of the first fifth of each pool. */
export async function csfcubeScores({ facets } = { facets: true }): Promise<Score[]> {
  const queries = csfcube().map((query) => (facets ? query : { ...query, role: null }));
  return scores(documentsOf('csfcube_docs.jsonl.gz'), queries, 2);
}

/** CACM's given half, over all papers that have an abstract; nDCG@10. */
async function cacmScores(): Promise<Score[]> {
  const documents = documentsOf('cacm_docs.jsonl.gz').filter(({ sentences }) =>
    sentences.some(({ text }) => text !== ''),
  );
  return scores(documents, cacmQueries(documents), 1);
}

async function scores(
  documents: readonly RankedDocument[],
  queries: readonly Judged[],
  least: number,
): Promise<Score[]> {
  const ranker = createRanker(documents, await readWordVectors());
  return queries.map(({ qid, role, gains, depth }) => {
    const ranked = ranker.rank(qid, role, [...gains.keys()]).map((id) => gains.get(id) ?? 0);
    const judged = [...gains.values()];
    const relevant = judged.filter((gain) => gain >= least).length;
    return {
      precision: averagePrecision(ranked, least, relevant),
      gain: discountedGain(ranked, judged, depth),
    };
  });
}

function print(name: string, rows: readonly Score[], [map, gain]: readonly [number, number | null]): void {
  const cells = [
    shown(
      rows.map((row) => row.precision),
      map,
    ),
    shown(
      rows.map((row) => row.gain),
      gain,
    ),
  ];
  console.log(`${name.padEnd(14)} ${String(rows.length).padStart(6)}  ${cells.join('   ')}`);
}

function shown(values: readonly number[], target: number | null): string {
  const { mean, low, high } = bootstrap(values);
  const interval = `${mean.toFixed(2)} (${low.toFixed(1)} to ${high.toFixed(1)})`.padEnd(22);
  return interval + (target === null ? '' : `${mean >= target ? '+' : '-'} ${target}`).padEnd(6);
}

function documentsOf(file: string): RankedDocument[] {
  return goldRows<unknown>(file).flatMap((row) => rankedDocumentOf(row) ?? []);
}

function csfcube(): Judged[] {
  const rows = goldRows<{ qid: string; facet: string; cands: string[]; relevance: number[] }>(
    'csfcube_judgments.dev.jsonl',
  );
  return rows.map(({ qid, facet, cands, relevance }) => ({
    qid,
    role: roleOf(facet),
    gains: new Map(cands.map((id, at) => [id, relevance[at] ?? 0])),
    depth: Math.floor(cands.length / 5),
  }));
}

/** All other papers are candidates. */
function cacmQueries(documents: readonly RankedDocument[]): Judged[] {
  const rows = goldRows<{ qid: string; relevant: string[] }>('cacm_related.dev.jsonl');
  return rows.map(({ qid, relevant }) => {
    const others = documents.filter(({ id }) => id !== qid);
    const gains = new Map(others.map(({ id }) => [id, relevant.includes(id) ? 1 : 0]));
    return { qid, role: null, gains, depth: 10 };
  });
}
