import { decodeWordVectors, paperVector, type WordVectors } from '@/lib/related/word-vectors';
import type { Chosen } from './choose';
import { type PreparedPaper, preparePaper } from './prepare';
import { SEED_PAPERS } from './seed-papers';

/** A prepared paper with its place in the order, and its vector (int16, base64) where it has one. */
export type PreparedLine = PreparedPaper & { rank: number; vector: string | null };

/** A job: papers to prepare, or null for in how many papers each term was so far. */
export type PrepareJob = readonly Chosen[] | null;
/** Lines of JSON, a `PreparedLine` each; or the counts. */
export type PrepareAnswer = { lines: string[] } | { having: ReadonlyMap<string, number> };

/** Does all that takes time for papers on their own, and counts in how many each term is. */
export class Preparer {
  private readonly having = new Map<string, number>();
  private readonly words: WordVectors;

  constructor(wordVectors: Uint8Array) {
    this.words = decodeWordVectors(wordVectors);
  }

  answer(job: PrepareJob): PrepareAnswer {
    return job === null ? { having: this.having } : { lines: job.map((chosen) => this.prepare(chosen)) };
  }

  private prepare({ id, rank, lines }: Chosen): string {
    const paper = preparePaper(lines);
    if ('error' in paper) throw new Error(`${id}: ${paper.error}`);
    for (const [term] of paper.counts) this.having.set(term, (this.having.get(term) ?? 0) + 1);
    const vector = paperVector(this.words, paper.title, paper.abstract);
    const prepared: PreparedLine = {
      ...paper,
      // Read for terms and vector by now; only the bundled ones go into a pack.
      abstract: SEED_PAPERS.has(id) ? paper.abstract : null,
      rank,
      vector: vector ? Buffer.from(vector.buffer).toString('base64') : null,
    };
    return JSON.stringify(prepared);
  }
}

/** The vector of a prepared paper. */
export function vectorOf({ vector }: PreparedLine): Int16Array | undefined {
  return vector === null ? undefined : new Int16Array(Uint8Array.from(Buffer.from(vector, 'base64')).buffer);
}
