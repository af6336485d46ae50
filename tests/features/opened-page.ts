import { factGroups, wholeLine } from '@/components/page/fact-groups';
import { features } from '@/lib/features';
import { htmlFeatures } from '@/lib/features/of-html';
import { rowFeatures } from '@/lib/features/of-rows';
import { readRows } from '@/lib/features/read-rows';
import type { AnyFeature } from '@/lib/features/feature';
import { type PageWork, runFeatures } from '@/lib/features/run';
import { readAbs } from '@/lib/page/read-abs';
import { readHtml } from '@/lib/page/read-html';
import { extractStated } from '@/lib/extract';
import type { Call } from '@/lib/rpc/client';
import { RpcError, type Contract, type FactsAnswer, type Method, type OpenAnswer } from '@/lib/rpc/contract';
import { english, settled } from '../components/surface';
import { standInForPage, type PageStandIn } from './stand-ins';

/** What the background says; a method left out is not answered. */
export type Answers = { [M in Method]?: (params: Parameters<Contract[M]>[0]) => unknown };

export type OpenedPage = PageStandIn & {
  /** Every message sent, in order. */
  sent: { method: Method; params: unknown }[];
  problems: { featureId: string; error: unknown }[];
  /** How often it was asked whether the reader may be told of a page that has changed. */
  asksToTell: () => number;
  /** Markup comes in, and is painted. */
  receive: (write: () => void) => Promise<void>;
  /** The page takes long to load: what need not wait for that is done meanwhile. */
  takeLong: () => Promise<void>;
  /** The last markup has come, and the page has loaded. */
  end: () => Promise<void>;
  hasPanel: (name: string) => boolean;
  /** The shadow root of a panel; an error when there is none. */
  panel: (name: string) => ShadowRoot;
  /** The settings say that these features are off. */
  switchOff: (...ids: string[]) => Promise<void>;
  /** The extension goes away under the page. */
  leave: () => Promise<void>;
};

export const NOTHING_KNOWN: OpenAnswer = {
  saved: null,
  standing: null,
  related: [],
  corpus: { state: 'ready', papers: 20_010, date: '2026-09-01', coverage: null },
};

export const NOTHING_READ: FactsAnswer = {
  line: [],
  groups: [],
  version: '0.0.1',
  does: null,
  found: null,
  shortForms: [],
};

/** A background that has no dataset's word on the paper, and reads it as ours does. */
const READS: Answers = {
  open: () => NOTHING_KNOWN,
  readFacts: ({ paper }) => {
    const stated = extractStated(paper);
    return {
      ...NOTHING_READ,
      line: wholeLine(stated, english),
      groups: factGroups(paper, stated, english),
    };
  },
};

/** The features at work on a page whose first byte has not come yet. */
export function startPage(
  path: string,
  answers: Answers = READS,
  run?: readonly AnyFeature[],
  contentType?: string,
): OpenedPage {
  const standIn = standInForPage(path, contentType);
  const sent: OpenedPage['sent'] = [];
  const problems: OpenedPage['problems'] = [];
  const gone = new AbortController();
  const calm = heldBack<void>();
  let asksToTell = 0;
  let tellOff: (ids: readonly string[]) => void = () => undefined;
  const call = (async (method: Method, params: never) => {
    sent.push({ method, params });
    const answer = answers[method] as ((params: never) => unknown) | undefined;
    if (!answer) throw new RpcError('disconnected', `no answer to ${method}`);
    return answer(params);
  }) as Call;
  void runFeatures({
    ...workAt(path),
    ...(run ? { features: run } : {}),
    followSwitches: (tell) => {
      tellOff = tell;
    },
    document,
    calm: calm.promise,
    call,
    text: english,
    openRoots: true,
    version: '0.0.1',
    mayTell: async () => (asksToTell += 1) === 1,
    timing: { began: () => undefined, reached: () => undefined },
    signal: gone.signal,
    report: (featureId, error) => problems.push({ featureId, error }),
  });
  const hostOf = (name: string): Element | null =>
    document.querySelector(`gloss-panel[data-gloss="${name}"]`);
  return {
    ...standIn,
    sent,
    problems,
    asksToTell: () => asksToTell,
    receive: async (write) => {
      write();
      await settled();
      standIn.beginFrame();
      await settled();
    },
    takeLong: async () => {
      calm.resolve();
      await settled();
    },
    end: async () => {
      standIn.endLoading();
      calm.resolve();
      await settled();
    },
    hasPanel: (name) => hostOf(name) !== null,
    panel: (name) => {
      const root = hostOf(name)?.shadowRoot;
      if (!root) throw new Error(`no panel ${name}`);
      return root;
    },
    switchOff: async (...ids) => {
      tellOff(ids);
      await settled();
    },
    leave: async () => {
      gone.abort();
      await settled();
    },
  };
}

/** What the content script of such pages does there. */
function workAt(path: string): PageWork {
  if (path.startsWith('/html/')) return { features: htmlFeatures, readPaper: readHtml };
  return /^\/(?:list|catchup|a|search)\b/.test(path)
    ? { features: rowFeatures, readRows }
    : { features, readPaper: readAbs };
}

/** An answer that comes when the test says so. */
export function heldBack<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** The features on a page that came in one piece. */
export async function openPage(
  path: string,
  html: string,
  answers?: Answers,
  run?: readonly AnyFeature[],
  contentType?: string,
): Promise<OpenedPage> {
  const page = startPage(path, answers, run, contentType);
  await page.receive(() => document.write(html));
  await page.end();
  return page;
}
