import { momentText } from '@/components/format';
import { evidenceText } from '@/lib/core/evidence-text';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListingState, RowNote } from '@/lib/core/reading';
import { matchingWatch } from '@/lib/core/matching-watch';
import { extractLine } from '@/lib/extract/line';
import { readingOf } from '@/lib/extract/reading';
import { venue } from '@/lib/extract/venue';
import type { DoneState, Library } from '@/lib/library';
import type { Settings } from '@/lib/settings';
import type { Nearness } from './nearness';

type Needs = { library: Library; readSettings: () => Promise<Settings>; nearness: Nearness };

const NO_ORDER: DoneState = { done: null, canUndo: false };

/** What the bar above a listing says, beside what its rows say. */
export async function listingState(
  { library, readSettings }: Omit<Needs, 'nearness'>,
  listing: string | null,
  state?: DoneState,
): Promise<ListingState> {
  const [done, { watches }] = await Promise.all([
    state ?? (listing === null ? NO_ORDER : library.doneIn(listing)),
    readSettings(),
  ]);
  return {
    done: done.done && { paper: done.done.paper, on: momentText(done.done.at) },
    canUndo: done.canUndo,
    watches: watches.length,
  };
}

/** What can be said of papers that a page lists. */
export async function notesOf(
  { readSettings, nearness }: Needs,
  papers: readonly Paper[],
  near: boolean,
): Promise<Record<PaperId, RowNote>> {
  const { watches } = await readSettings();
  const closeness = near ? await nearness.of(papers) : new Map<PaperId, never>();
  const notes = papers.map((paper): [PaperId, RowNote] => [
    paper.id,
    {
      watch: matchingWatch(watches, paper)?.text ?? null,
      venue: venueOf(paper),
      code: statesCode(paper),
      near: closeness.get(paper.id) ?? null,
    },
  ]);
  return Object.fromEntries(notes);
}

/** Null where nobody can say: the abstract is missing, and the rest does not state it. */
function statesCode(paper: Paper): boolean | null {
  const { available, links } = extractLine(paper);
  const states =
    available.some(({ value }) => value.what === 'code' && value.state === 'released') ||
    links.some(({ value }) => value.kind === 'code');
  return states || (paper.abstract === null ? null : false);
}

// Where a paper was sent says nothing of where it came to.
function venueOf(paper: Paper): RowNote['venue'] {
  const stated = venue.read(readingOf(paper));
  if (!stated || stated.value.status === 'submitted') return null;
  const { name, year } = stated.value;
  return { label: year === null ? name : `${name} ${year}`, words: evidenceText(paper, stated.evidence[0]) };
}
