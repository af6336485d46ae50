import type { Explorer } from '@/components/explore/explorer';
import { paperOfSummary } from '@/lib/core/paper';
import type { Corpus } from '@/lib/corpus';
import type { Kept } from '../own-pages/kept-entries';
import { needsOwnSets, ownSets } from '../own-pages/own-sets';

type Tools = { corpus: Pick<Corpus, 'search' | 'related'>; kept: () => Promise<Kept> };

/** The corpus with all operators, each paper counted once. */
export function explorerOf({ corpus, kept }: Tools): Explorer {
  return {
    search: async (query, limit, signal) => {
      const own = needsOwnSets(query) ? ownSets(await kept()) : {};
      signal.throwIfAborted();
      return corpus.search(query, { limit, signal, distinct: true, ...own });
    },
    related: (paper, limit) => corpus.related(paperOfSummary(paper), limit),
  };
}
