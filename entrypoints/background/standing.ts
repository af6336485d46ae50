import { clipped } from '@/components/format';
import { momentOnPage } from '@/components/page/page-day';
import type { Text } from '@/components/make-text';
import type { EarlierValues } from '@/lib/core/library-copy';
import type { Paper } from '@/lib/core/paper';
import type { Visit } from '@/lib/core/reading';
import { texToText } from '@/lib/core/tex';
import { noteSince } from '@/lib/extract/version-note';

const LONGEST_NOTE = 100;

/** What the library knew of a saved paper before its page was opened now. */
export type KeptCopy = { paper: Paper; earlier: readonly EarlierValues[] };

/**
 * Where the reader stands with a paper whose page is open: what they read of it, and what has become of
 * it since. News of a saved paper are told until the visit after the one that brought them.
 */
export function standingText(
  paper: Paper,
  visit: Visit | null,
  kept: KeptCopy | null,
  text: Text,
): string | null {
  const told = [
    ...(kept ? newsOf(paper, visit, kept, text) : []),
    ...(visit ? readText(paper, visit, kept, text) : []),
  ];
  return told.length === 0 ? null : told.join(' · ');
}

function newsOf(paper: Paper, visit: Visit | null, kept: KeptCopy, text: Text): string[] {
  const { paper: copy, earlier } = kept;
  const since = visit?.at ?? 0;
  const replaced: Partial<Paper>[] = earlier.filter(({ until }) => until > since).map(({ values }) => values);
  if (isOfItsPage(copy)) replaced.push(copy);
  const news: string[] = [];
  if (paper.withdrawn && replaced.some(({ withdrawn }) => withdrawn === false))
    news.push(text('page_now_withdrawn'));
  const before = replaced.find(({ journalRef }) => journalRef !== undefined);
  if (paper.journalRef !== null && before !== undefined && before.journalRef !== paper.journalRef)
    news.push(text('page_now_published', { where: paper.journalRef }));
  const known = replaced.find(({ version }) => typeof version === 'number')?.version ?? null;
  const latest = latestOf(paper);
  if ((visit === null || visit.version === null) && known !== null && latest !== null && latest > known)
    news.push(withNote(text('page_now_version', { before: known, now: latest }), paper, known, kept, text));
  return news;
}

/** A row of results knows neither whether a paper was withdrawn nor where it came out. */
const isOfItsPage = ({ version, versions }: Paper) => version !== null || versions.length > 0;

function readText(paper: Paper, { version, at }: Visit, kept: KeptCopy | null, text: Text): string[] {
  const date = momentOnPage(at, text);
  if (version === null) return [text('page_read_on', { date })];
  const latest = latestOf(paper);
  const isOld = latest !== null && latest > version;
  return [
    isOld
      ? withNote(text('page_read_before', { date, now: latest, version }), paper, version, kept, text)
      : text('page_read_version', { date, version }),
  ];
}

/** What the authors say is new, where the page shows the newest version: an older one has older comments. */
function withNote(told: string, paper: Paper, known: number, kept: KeptCopy | null, text: Text): string {
  const isNewest = paper.version === null || paper.version === latestOf(paper);
  const isNews = isNewest && !(kept && wasSaid(paper.comments, known, kept));
  const note = isNews ? noteSince(paper, known) : null;
  if (note === null) return told;
  return `${told}${told.endsWith('.') ? '' : '.'} ${text('page_authors_say', { note: clipped(texToText(note), LONGEST_NOTE) })}`;
}

/** Whether the authors said the same of this version already, or of one before it. */
function wasSaid(comments: Paper['comments'], known: number, { paper, earlier }: KeptCopy): boolean {
  const copies = [paper];
  let copy = paper;
  for (const { values } of [...earlier].reverse()) copies.push((copy = { ...copy, ...values }));
  return copies.some(
    ({ version, comments: said }) => version !== null && version <= known && said === comments,
  );
}

function latestOf({ version, versions }: Paper): number | null {
  const latest = Math.max(version ?? 0, ...versions.map((one) => one.version));
  return latest > 0 ? latest : null;
}
