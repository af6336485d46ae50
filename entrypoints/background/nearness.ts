import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { Nearness as RowNearness } from '@/lib/core/reading';
import { texToText } from '@/lib/core/tex';
import type { Corpus } from '@/lib/corpus';
import type { Library } from '@/lib/library';

export type Nearness = { of: (papers: readonly Paper[]) => Promise<ReadonlyMap<PaperId, RowNearness>> };

type Compare = {
  /** What was compared with what: the papers saved, and the dataset whose words say how close. */
  of: string;
  comparer: ReturnType<Corpus['comparer']>;
  titles: ReadonlyMap<PaperId, string>;
};

/** The library is compared with newest first, up to this many: older interests count less anyway. */
const MOST_SAVED = 1_000;

/**
 * How close papers are to those the reader saved. What is compared with is kept while it stays the
 * same, for a page asks in slices.
 */
export function nearnessTo(
  library: Pick<Library, 'newestIds' | 'newest'>,
  corpus: Pick<Corpus, 'comparer' | 'status'>,
): Nearness {
  let kept: Compare | undefined;
  const compare = async (): Promise<Compare> => {
    const [saved, { date, papers: among }] = await Promise.all([
      library.newestIds(MOST_SAVED),
      corpus.status(),
    ]);
    const of = [date, among, ...saved].join(' ');
    if (kept?.of === of) return kept;
    const papers = (await library.newest(MOST_SAVED)).map(({ paper }) => paper);
    const titles = new Map(papers.map(({ id, title }) => [id, texToText(title)]));
    const next: Compare = { of, comparer: corpus.comparer(papers), titles };
    kept = next;
    next.comparer.catch(() => (kept = undefined));
    return next;
  };
  return {
    of: async (papers) => {
      const { comparer, titles } = await compare();
      const closeness = await comparer;
      return new Map(
        papers.flatMap((paper): [PaperId, RowNearness][] => {
          const found = closeness(paper);
          return found ? [[paper.id, { score: found.score, why: titles.get(found.nearest) ?? '' }]] : [];
        }),
      );
    },
  };
}
