import { vectorIndexOf, type Near } from '@/lib/related/vector-index';
import { CLUSTERS } from '@/lib/related/candidates';
import { pathOption, readArguments } from '../arguments';
import { BUNDLED_PACK, openPack } from '../pack/open';
import { bootstrap } from './related-score';

const QUERIES = 200;
const DEPTH = 10;

/** Prints how many of a paper's ten nearest, by the codes of a pack, are in the clusters that a query reads. */
export async function run(args: readonly string[]): Promise<void> {
  const folder = pathOption(readArguments(args, ['pack']), 'pack') ?? BUNDLED_PACK;
  const { segment } = await openPack(folder);
  const vectors = await vectorIndexOf(segment);
  if (!vectors) throw new Error('the pack has no vectors');
  const shares: number[] = [];
  for (let q = 0; q < QUERIES; q += 1) {
    const paper = Math.floor((q * segment.papers) / QUERIES);
    const query = await vectors.vectorOf(paper);
    if (!query) continue;
    const all = new Set(nearestOf(await vectors.nearest(query, Infinity), paper));
    const read = nearestOf(await vectors.nearest(query, CLUSTERS), paper);
    shares.push(read.filter((number) => all.has(number)).length / Math.max(1, all.size));
  }
  const { mean, low, high } = bootstrap(shares);
  console.log('\n## Clusters of vectors');
  console.log(
    `recall@10 of ${CLUSTERS} clusters against all, ${segment.papers} papers, ${shares.length} queries: ` +
      `${mean.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}), target 0.95`,
  );
}

function nearestOf({ papers, products }: Near, own: number): number[] {
  const places = [...papers.keys()].filter((at) => papers[at] !== own);
  places.sort((a, b) => (products[b] ?? 0) - (products[a] ?? 0) || (papers[a] ?? 0) - (papers[b] ?? 0));
  return places.slice(0, DEPTH).map((at) => papers[at] ?? 0);
}
