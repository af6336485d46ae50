import browser from 'webextension-polyfill';
import type { Datasets } from '@/components/dataset/datasets';
import type { Reader } from '@/components/shown';
import type { Text } from '@/components/make-text';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import { type Corpus, openCorpus } from '@/lib/corpus';
import { bringIn, packagedSource } from '@/lib/dataset';
import { CorpusDb } from '@/lib/db/corpus';
import { LibraryDb } from '@/lib/db/library';
import { type Library, openLibrary } from '@/lib/library';
import { keepBadges } from '../badge/keep-badges';
import { datasetsIn } from './datasets';
import { noteDraftsIn } from './note-drafts';
import { readerOf } from './reader';
import { report } from './report';

export type Desk = {
  library: Library;
  corpus: Corpus;
  reader: Reader;
  /** Calls back with the status now and at every change. While there is no dataset, one is brought in. */
  onStatus: (next: (status: CorpusStatus) => void) => void;
  /**
   * Goes on with the import of the packaged dataset, or puts back one that was taken away, unless this or
   * another context is at it.
   */
  bringIn: () => void;
  datasets: Datasets;
};

/** What our own pages work with: both databases, opened at the first question. */
export function openDesk(text: Text): Desk {
  const estimate = () => navigator.storage.estimate();
  const corpusDb = new CorpusDb();
  const corpus = openCorpus(corpusDb, { estimate });
  const library = openLibrary(new LibraryDb(), {
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    defaultListName: () => text('library_default_list'),
    estimate,
  });
  keepBadges(library, report);
  const reader = readerOf(
    library,
    corpus,
    noteDraftsIn(() => localStorage),
  );
  let status: CorpusStatus | undefined;
  let tell: (status: CorpusStatus) => void = () => undefined;
  let isAtIt = false;

  async function goOn(putBack = false) {
    if (isAtIt) return;
    isAtIt = true;
    const outcome = await bringIn({
      db: corpusDb,
      source: packagedSource((path) => browser.runtime.getURL(path), fetch),
      locks: navigator.locks,
      signal: new AbortController().signal,
      now: () => Date.now(),
      estimate,
      putBack,
    }).finally(() => (isAtIt = false));
    // A database that cannot note its failure cannot tell of it either.
    if (outcome.state !== 'failed' || status?.code !== undefined) return;
    const state = status?.state === 'ready' ? 'ready' : 'failed';
    const { papers = 0, date = null, coverage = null } = status ?? {};
    tell({ state, papers, date, coverage, code: outcome.code });
  }

  const begin = (putBack = false) => void goOn(putBack).catch(report);

  return {
    library,
    corpus,
    reader,
    onStatus: (next) => {
      tell = next;
      let isFirst = true;
      corpus.onChange((now) => {
        if ((now.state === 'empty' && !now.removed) || (isFirst && now.state === 'importing')) begin();
        isFirst = false;
        status = now;
        // Nothing is noted yet of an import that has just begun.
        next(now.state === 'empty' && isAtIt ? { ...now, state: 'importing' } : now);
      });
    },
    bringIn: () => begin(true),
    datasets: datasetsIn(corpusDb, { estimate, goOn: begin }),
  };
}
