import type { Paper } from '@/lib/core/paper';
import { absSlots } from '@/lib/page/mount';
import type { FactsAnswer, OpenAnswer } from '@/lib/rpc/contract';
import { beforePaint } from './calm';
import type { Scope } from './feature';
import { isParsed } from './parsing';

/**
 * The paper an abstract page or an HTML paper is about, at the moments that matter. Each is read or asked on first
 * use, and once; undefined where the page shows no paper.
 */
export type PaperReading = {
  /** As soon as the abstract is there; comments and what else stands below it may be missing still. */
  early: () => Promise<Paper | undefined>;
  whole: () => Promise<Paper | undefined>;
  /** What the background says to the paper's being opened. Rejects with `RpcError`. */
  opened: () => Promise<OpenAnswer | undefined>;
  /** Everything read in it, asked when the paper has been opened. Rejects with `RpcError`. */
  facts: () => Promise<FactsAnswer | undefined>;
};

/** Reads the paper a page is about, where it is about one. */
export type ReadPaper = (document: Document, url: URL) => Paper | undefined;

type Needs = Pick<Scope, 'document' | 'parsing' | 'calm' | 'call' | 'timing'> & {
  readPaper: ReadPaper | undefined;
};

export function readPaperOnce({ document, parsing, calm, call, timing, readPaper }: Needs): PaperReading {
  const read = async (): Promise<Paper | undefined> => {
    await beforePaint(document, calm);
    timing.began();
    return readPaper?.(document, new URL(document.URL));
  };
  const isWhole = (ended: boolean): boolean => ended || absSlots(document).sideAfter !== undefined;

  const whole = once(async () => {
    await parsing.until((ended) => isWhole(ended) || undefined);
    return read();
  });
  const early = once(async () => {
    const stage = await parsing.until((ended) => {
      if (isWhole(ended)) return 'whole';
      const abstract = absSlots(document).factsAfter;
      return abstract && isParsed(abstract, ended) ? 'abstract' : undefined;
    });
    return stage === 'abstract' ? read() : whole();
  });
  const opened = once(async () => {
    const paper = await whole();
    if (!paper) return undefined;
    await calm;
    await shown(document);
    const answer = await call('open', { paper });
    // What is no answer of ours throws here, before any part of it is shown.
    return answer.corpus.state.length > 0 ? answer : undefined;
  });
  const facts = once(async () => {
    const paper = await whole();
    if (!paper || !(await opened())) return undefined;
    return call('readFacts', { paper });
  });
  return { early, whole, opened, facts };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** A page that Chrome prepares before the reader asks for it has not been opened yet. */
export function shown(document: Document): Promise<void> {
  if (!('prerendering' in document) || document.prerendering !== true) return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(), { once: true });
  });
}
