import { vectorWords } from '@/lib/related/words';
import type { VectorPart } from './read-vectors';

const UNIT = 4_096;
const NO_CLUSTER = 65_535;

/** What is wrong with the vector of a paper, undefined if nothing is: it must be made, clustered and coded anew the same. */
export function vectorFault(
  vectors: VectorPart,
  number: number,
  title: string,
  abstract: string | null,
): string | undefined {
  const wanted = vectorOf(vectors, title, abstract ?? '');
  const coded = vectors.coded.get(number);
  const place = vectors.places[number];
  if (!wanted) return coded || place !== NO_CLUSTER ? 'a vector of no known word' : undefined;
  if (!coded) return 'no vector';
  if (place !== coded.cluster) return `in cluster ${coded.cluster}, not in ${place} as its place says`;
  const centre = vectors.centres[nearest(wanted, 0, vectors.centres)];
  if (!centre || centre !== vectors.centres[coded.cluster]) return 'a cluster that is not the nearest';
  const rest = wanted.map((value, d) => value - (centre[d] ?? 0));
  let from = 0;
  for (const [at, run] of vectors.runs.entries()) {
    if (nearest(rest, from, vectors.pieces[at] ?? []) !== coded.code[at]) return `another code for run ${at}`;
    from += run;
  }
  return undefined;
}

function vectorOf({ dims, words }: VectorPart, title: string, abstract: string): Float64Array | undefined {
  const counts = new Map<Int8Array, number>();
  for (const [text, weight] of [
    [title, 2],
    [abstract, 1],
  ] as const) {
    for (const word of vectorWords(text)) {
      const row = words.get(word);
      if (row) counts.set(row, (counts.get(row) ?? 0) + weight);
    }
  }
  const sum = new Float64Array(dims);
  for (const [row, count] of counts) {
    const weight = Math.round(Math.sqrt(count) * 16);
    for (let d = 0; d < dims; d += 1) sum[d] = (sum[d] ?? 0) + weight * (row[d] ?? 0);
  }
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
  return length === 0 ? undefined : sum.map((value) => Math.round(value * (UNIT / length)));
}

/** The first of those to which what begins at `from` is nearest. */
function nearest(point: Float64Array, from: number, others: readonly Int16Array[]): number {
  let best = 0;
  let least = Infinity;
  for (let at = 0; at < others.length; at += 1) {
    const other = others[at] ?? new Int16Array(0);
    let distance = 0;
    for (let d = 0; d < other.length && distance < least; d += 1) {
      const gap = (point[from + d] ?? 0) - (other[d] ?? 0);
      distance += gap * gap;
    }
    if (distance < least) [best, least] = [at, distance];
  }
  return best;
}
