import { factGroups, modelGroups, wholeLine } from '@/components/page/fact-groups';
import { relatedRows } from '@/components/page/related-rows';
import type { Text } from '@/components/make-text';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import type { KeySentences } from '@/lib/core/facts';
import { mergePaper } from '@/lib/core/merge-paper';
import { paperOfSummary, type Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId, Mark, SavedState } from '@/lib/core/reading';
import type { RelatedPaper } from '@/lib/core/related-paper';
import { texToText } from '@/lib/core/tex';
import type { Corpus } from '@/lib/corpus';
import { toBibtex } from '@/lib/exchange/bibtex';
import { toMarkdownLink } from '@/lib/exchange/markdown-link';
import { extractStatedInTurns } from '@/lib/extract';
import { extractModelled, keySentencesIn, type Models } from '@/lib/extract/models';
import { shortFormsIn } from '@/lib/extract/short-forms';
import type { Library } from '@/lib/library';
import { detectPage } from '@/lib/page/detect';
import { RpcError } from '@/lib/rpc/contract';
import type { Caller, Handlers } from '@/lib/rpc/server';
import type { Settings } from '@/lib/settings';
import { cardsOf } from './cards';
import { nearnessTo } from './nearness';
import { listingState, notesOn } from './rows';
import { standingText, type KeptCopy } from './standing';

const RELATED = 10;

export type Services = {
  library: Library;
  corpus: Corpus;
  readSettings: () => Promise<Settings>;
  /** Answers are worded here, so that pages need not carry what words them. */
  text: Text;
  /** Of the extension. */
  version: string;
  /** The packaged models, opened on first use. */
  models: () => Promise<Models>;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Runs work once the answer has been sent, or later where it is long: pages ask several times in a row. */
  afterwards: (work: () => Promise<void>, length: 'short' | 'long') => void;
  /** Resolves when what came in meanwhile has been seen to. */
  turn: () => Promise<void>;
  /** Told of what went wrong where the answer can do without it. */
  report: (error: unknown) => void;
  /** The paper that a tab shows is saved, or is not. */
  onSaved: (tab: number, isSaved: boolean) => void;
  /** The corpus has nothing to answer with: see to it. */
  onNoDataset: () => void;
};

/** What the background answers to pages: reads first, and writes what was met only after the answer. */
export function handlersOf(services: Services): Handlers {
  const { library, corpus } = services;
  const rowNeeds = { ...services, nearness: nearnessTo(library, corpus) };
  return {
    prepare: async () => {
      await corpus.prepare();
      return null;
    },
    open: ({ paper }, caller) => open(services, paper, caller),
    readFacts: ({ paper }) => readFacts(services, paper),
    keySentences: ({ abstracts }) => keySentences(services, abstracts),
    marks: ({ ids }) => marks(library, ids),
    met: async ({ papers }, caller) => {
      services.afterwards(() => noteMet(services, papers, caller), 'short');
      return null;
    },
    rows: ({ papers, near }) => notesOn(rowNeeds, papers, near),
    cards: ({ references, byTitle }) => cardsOf(services, references, byTitle),
    listing: ({ listing }) => listingState(services, listing),
    doneTo: async ({ listing, ids }) => listingState(services, listing, await library.markDone(listing, ids)),
    undoDone: async ({ listing }) => listingState(services, listing, await library.undoDone(listing)),
    save: async ({ paper }, caller) => {
      const saved = await library.save(await recordOf(services, paper));
      tellSaved(services, caller, paper.id, true);
      return saved;
    },
    saveKnown: ({ id }) => saveKnown(services, id),
    unsave: async ({ id }, caller) => {
      await library.unsave(id);
      tellSaved(services, caller, id, false);
      return null;
    },
    setStatus: ({ id, status }) => library.setStatus(id, status),
    copyText: async ({ id, paper, format }) => ({ text: await textOf(services, id, paper, format) }),
  };
}

async function open(services: Services, paper: Paper, caller: Caller): ReturnType<Handlers['open']> {
  const { library, corpus, report, text } = services;
  // A part that fails leaves the others standing: the page shows what it can.
  const or = <T>(work: Promise<T>, fallback: T): Promise<T> =>
    work.catch((error: unknown) => {
      report(error);
      return fallback;
    });
  const [saved, previousVisit, kept, related, status] = await Promise.all([
    or<Awaited<ReturnType<Library['saved']>> | null>(library.saved([paper.id]), null),
    or(library.previousVisit(paper.id), null),
    or(keptBefore(library, paper.id), null),
    or<readonly RelatedPaper[] | null>(corpus.related(paper, RELATED), null),
    corpus.status(),
  ]);
  const relatedIds = related?.map((row) => row.paper.id) ?? [];
  const relatedSaved = relatedIds.length > 0 ? await or(library.saved(relatedIds), new Map()) : new Map();
  if (saved) tellSaved(services, caller, paper.id, saved.has(paper.id));
  services.afterwards(() => noteOpened(services, paper, caller), 'short');
  if (status.state === 'empty') services.onNoDataset();
  return {
    saved: saved?.get(paper.id) ?? null,
    // Not known to be saved is not known to be unsaved.
    standing: saved ? standingText(paper, previousVisit, kept, text) : text('page_library_unreadable'),
    related: related && relatedRows(related, relatedSaved, text),
    corpus: withoutCoverage(status),
  };
}

/** Only of the paper that the tab is about: pages save others too. */
function tellSaved({ onSaved }: Services, { tab }: Caller, id: PaperId, isSaved: boolean): void {
  const page = tab && URL.canParse(tab.url) ? detectPage(new URL(tab.url)) : undefined;
  if (tab && page && 'id' in page && page.id === id) onSaved(tab.id, isSaved);
}

async function keptBefore(library: Library, id: PaperId): Promise<KeptCopy | null> {
  const entry = await library.entry(id);
  return entry ? { paper: entry.paper, earlier: await library.earlierValues(id) } : null;
}

async function readFacts(services: Services, paper: Paper): ReturnType<Handlers['readFacts']> {
  const { models, text, version, turn, report } = services;
  const stated = await extractStatedInTurns(paper, turn);
  const modelled = await models()
    .then((opened) => extractModelled(paper, opened))
    .catch((error: unknown) => report(error));
  return {
    line: wholeLine(stated, text),
    groups: [...factGroups(paper, stated, text), ...(modelled ? modelGroups(modelled, text) : [])],
    version,
    does: modelled?.does ?? null,
    found: modelled?.found ?? null,
    shortForms: shortFormsIn(paper).map(({ at, long }) => ({ at, long: texToText(long) })),
  };
}

/** One abstract at a time: what pages wait for comes in between. */
async function keySentences(
  { models, turn }: Services,
  abstracts: readonly string[],
): ReturnType<Handlers['keySentences']> {
  const { roles } = await models();
  const found: KeySentences[] = [];
  for (const abstract of abstracts) {
    await turn();
    found.push(keySentencesIn(abstract, roles));
  }
  return found;
}

// Pages say how many papers there are and of what date; the rest is for our own pages.
const withoutCoverage = (status: CorpusStatus): CorpusStatus => ({ ...status, coverage: null });

async function marks(library: Library, ids: readonly PaperId[]): Promise<Record<PaperId, Mark>> {
  const [saved, seen] = await Promise.all([library.saved(ids), library.seen(ids)]);
  const entries = ids.map((id): [PaperId, Mark] => {
    const state = saved.get(id);
    return [id, { saved: state !== undefined, seen: seen.has(id), status: state?.status ?? null }];
  });
  return Object.fromEntries(entries);
}

async function noteOpened(services: Services, paper: Paper, caller: Caller): Promise<void> {
  if (caller.isPrivate) return;
  const { history } = await services.readSettings();
  if (history) await services.library.visit(paper.id, paper.version).catch(services.report);
  await noteMet(services, [paper], caller);
}

async function noteMet(services: Services, papers: readonly Paper[], caller: Caller): Promise<void> {
  if (caller.isPrivate) return;
  const { library, corpus, report, now } = services;
  await library.refresh(papers).catch(report);
  if (!(await services.readSettings()).capture) return;
  services.afterwards(() => corpus.capture(papers, now()).catch(report), 'long');
}

export async function saveKnown(
  { library, corpus }: Pick<Services, 'library' | 'corpus'>,
  id: PaperId,
  list?: ListId,
): Promise<SavedState> {
  const kept = await copyOf({ library, corpus }, id);
  if (kept) return library.save(kept, list);
  const [summary] = await corpus.summaries([id]);
  if (!summary) throw new RpcError('no-dataset', `nothing is known of ${id}`);
  return library.save(paperOfSummary(summary), list);
}

/** With what the dataset has of arXiv's record, where a page showed the paper's own text. */
async function recordOf({ corpus, report }: Services, paper: Paper): Promise<Paper> {
  if (!paper.fromText) return paper;
  const [summary] = await corpus.summaries([paper.id]).catch((error: unknown) => {
    report(error);
    return [];
  });
  return summary ? mergePaper(paperOfSummary(summary), paper) : paper;
}

/** The copy that is kept, also of a removed paper, or else what a page showed: both know more than the dataset. */
async function copyOf(
  { library, corpus }: Pick<Services, 'library' | 'corpus'>,
  id: PaperId,
): Promise<Paper | undefined> {
  return (await library.keptCopy(id)) ?? corpus.met(id);
}

export async function textOf(
  { library, corpus }: Pick<Services, 'library' | 'corpus'>,
  id: PaperId,
  paper: Paper | null,
  format: 'bibtex' | 'markdown',
): Promise<string> {
  const entry = await library.entry(id);
  const known = paper ?? entry?.paper ?? (await copyOf({ library, corpus }, id));
  if (known) return format === 'markdown' ? toMarkdownLink(known) : toBibtex(known, entry ?? null);
  const [summary] = await corpus.summaries([id]);
  if (!summary) throw new RpcError('no-dataset', `nothing is known of ${id}`);
  return format === 'markdown' ? toMarkdownLink(summary) : toBibtex(paperOfSummary(summary));
}
