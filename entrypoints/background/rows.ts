import { momentOnPage } from '@/components/page/page-day';
import type { Text } from '@/components/make-text';
import { venueName } from '@/components/page/venue-name';
import { evidenceText } from '@/lib/core/evidence-text';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListingState, RowNote } from '@/lib/core/reading';
import { matcherOf } from '@/lib/core/matching-watch';
import { extractLine } from '@/lib/extract/line';
import { readingOf } from '@/lib/extract/reading';
import { venue } from '@/lib/extract/venue';
import type { DoneState, Library } from '@/lib/library';
import type { Settings } from '@/lib/settings';
import type { Nearness } from './nearness';

type Needs = { text: Text; library: Library; readSettings: () => Promise<Settings>; nearness: Nearness };

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
  { readSettings, nearness, text }: Needs,
  papers: readonly Paper[],
  near: boolean,
): Promise<Record<PaperId, RowNote>> {
  const { watches } = await readSettings();
  const closeness = near ? await nearness.of(papers) : new Map<PaperId, never>();
  const watchOf = matcherOf(watches);
  const notes = papers.map((paper): [PaperId, RowNote] => {
    const watch = watchOf(paper)?.text ?? null;
    return [paper.id, { watch, ...notesOf(paper, text), near: closeness.get(paper.id) ?? null }];
  });
  return Object.fromEntries(notes);
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
