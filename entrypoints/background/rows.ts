import { momentOnPage } from '@/components/page/page-day';
import type { Text } from '@/components/make-text';
import { venueName } from '@/components/page/venue-name';
import { evidenceText } from '@/lib/core/evidence-text';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListingState, RowNote } from '@/lib/core/reading';
import { matcherOf } from '@/lib/core/matching-watch';
import type { Watch } from '@/lib/core/watch';
import type { Corpus } from '@/lib/corpus';
import { datasets, isWordToo } from '@/lib/extract/datasets';
import { extractLine } from '@/lib/extract/line';
import { readingOf } from '@/lib/extract/reading';
import { venue } from '@/lib/extract/venue';
import type { DoneState, Library } from '@/lib/library';
import type { PaperRecord } from '@/lib/search';
import type { Settings } from '@/lib/settings';
import type { Nearness } from './nearness';

type Needs = {
  text: Text;
  library: Library;
  corpus: Pick<Corpus, 'records'>;
  readSettings: () => Promise<Settings>;
  nearness: Nearness;
  report: (error: unknown) => void;
};

const NO_ORDER: DoneState = { done: null, canUndo: false };

/** What the bar above a listing says, beside what its rows say. */
export async function listingState(
  { library, readSettings, text }: Pick<Needs, 'library' | 'readSettings' | 'text'>,
  listing: string | null,
  state?: DoneState,
): Promise<ListingState> {
  const [done, { watches }] = await Promise.all([
    state ?? (listing === null ? NO_ORDER : library.doneIn(listing)),
    readSettings(),
  ]);
  return {
    done: done.done && { paper: done.done.paper, on: momentOnPage(done.done.at, text) },
    canUndo: done.canUndo,
    watches: watches.length,
    watching: fingerprint(JSON.stringify(watches)),
  };
}

/** Not secure: it only tells one set of watches from the next. */
function fingerprint(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** What can be said of papers that a page lists. */
export async function notesOn(
  { readSettings, nearness, text, corpus, report }: Needs,
  papers: readonly Paper[],
  near: boolean,
): Promise<Record<PaperId, RowNote>> {
  const { watches } = await readSettings();
  const closeness = near ? await nearness.of(papers) : new Map<PaperId, never>();
  const watchOf = matcherOf(watches, isWordToo);
  const records = await recordsFor(corpus, watches, papers).catch((error: unknown) => {
    report(error);
    return new Map<PaperId, never>();
  });
  const notes = papers.map((paper): [PaperId, RowNote] => {
    const found = watchOf(withDatasets(paper, watches, records.get(paper.id)));
    const note = { ...notesOf(paper, text), near: closeness.get(paper.id) ?? null };
    const watch = typeof found === 'string' ? null : found.watch.text;
    return [paper.id, { watch, ...(found === 'unknown' ? { mayMatch: true } : {}), ...note }];
  });
  return Object.fromEntries(notes);
}

/** What the dataset has of papers whose page shows no abstract, where a watch looks at that. */
async function recordsFor(
  corpus: Pick<Corpus, 'records'>,
  watches: readonly Watch[],
  papers: readonly Paper[],
): Promise<ReadonlyMap<PaperId, PaperRecord>> {
  const isAsked = watches.some(({ kind }) => kind === 'dataset' || kind === 'words');
  const bare = isAsked ? papers.filter(({ abstract }) => abstract === null) : [];
  return bare.length > 0 ? corpus.records(bare.map(({ id }) => id)) : new Map<PaperId, never>();
}

function withDatasets(paper: Paper, watches: readonly Watch[], record: PaperRecord | undefined) {
  if (!watches.some(({ kind }) => kind === 'dataset' || kind === 'words')) return paper;
  const whole = { ...paper, abstract: paper.abstract ?? record?.abstract ?? null };
  const named = datasets.read(readingOf(whole)).map(({ value }) => value);
  return { ...whole, datasets: [...named, ...(record?.facts.datasets ?? [])] };
}

/** What a paper states by itself. */
export function notesOf(paper: Paper, text: Text): Pick<RowNote, 'venue' | 'code'> {
  return { venue: venueOf(paper, text), code: statesCode(paper) };
}

/** Null where nobody can say: the abstract is missing, and the rest does not state it. */
function statesCode(paper: Paper): boolean | null {
  const { available, links } = extractLine(paper);
  const states =
    available.some(({ value }) => value.what === 'code' && value.state === 'released') ||
    (links.some(({ value }) => value.kind === 'code') &&
      !available.some(({ value }) => value.what === 'code' && value.state === 'promised'));
  return states || (paper.abstract === null ? null : false);
}

// Where a paper was sent says nothing of where it came to.
function venueOf(paper: Paper, text: Text): RowNote['venue'] {
  const stated = venue.read(readingOf(paper));
  if (!stated || stated.value.status === 'submitted') return null;
  return { label: venueName(stated.value, text), words: evidenceText(paper, stated.evidence[0]) };
}
