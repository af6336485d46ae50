import { vectorIndexOf } from '@/lib/related/vector-index';
import type { Segment, SegmentPaper } from '@/lib/search';
import { TermBlock } from '@/lib/search/term-block';

/** A paper as a pack has it: what it was built from, less what is not kept. `vector` is as its code tells. */
export type ReadBack = SegmentPaper & { vector: Int16Array | undefined };

/** Papers of a segment by number, rising, put together again from its records, its lists and its vectors. */
export async function readBack(segment: Segment, numbers: readonly number[]): Promise<ReadBack[]> {
  const keyTerms = await keyTermsOf(segment, new Set(numbers));
  const vectors = await vectorIndexOf(segment);
  const papers: ReadBack[] = [];
  for (const number of numbers) {
    const [record] = await segment.records([number]);
    if (!record) continue;
    papers.push({
      ...record,
      doi: null,
      keepAbstract: record.abstract !== null,
      keyTerms: keyTerms.get(number) ?? [],
      rank: segment.rankOf(number),
      vector: await vectors?.vectorOf(number),
    });
  }
  return papers;
}

async function keyTermsOf(segment: Segment, wanted: ReadonlySet<number>): Promise<Map<number, string[]>> {
  const terms = new Map<number, string[]>();
  for (let block = 0; block < segment.header.termBlocks.firsts.length; block += 1) {
    for (const { term, lists } of new TermBlock(
      await segment.block('terms', block),
      segment.papers,
    ).entries()) {
      if (!lists.abstract) continue;
      for (const paper of await segment.postings(lists.abstract)) {
        if (!wanted.has(paper)) continue;
        const own = terms.get(paper);
        if (own) own.push(term);
        else terms.set(paper, [term]);
      }
    }
  }
  return terms;
}
