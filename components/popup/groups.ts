import type { PaperId, VersionedId } from '@/lib/core/paper-id';
import type { Text } from '../make-text';
import { type Finding, type SavedPaper, summaryOf } from '../shown';
import { type Choice, type Group, paperChoice } from './choice';

export const SHOWN_OF_EACH = 6;

/** What the box offers before anything is typed: what is to be read, and what was saved last. `above` stands on top already. */
export function restingGroups(text: Text, saved: readonly SavedPaper[], above: PaperId | undefined): Group[] {
  const entries = saved.filter(({ paper }) => paper.id !== above);
  const toRead = entries.filter(({ status }) => status === 'to-read').slice(0, SHOWN_OF_EACH);
  const others = entries.filter((entry) => entry.status !== 'to-read').slice(0, SHOWN_OF_EACH);
  return [
    { label: text('status_to_read'), choices: toRead.map(choiceOfEntry) },
    { label: text('popup_recently_saved'), choices: others.map(choiceOfEntry) },
  ].filter(({ choices }) => choices.length > 0);
}

/**
 * What a query found, the paper whose id it is first, and a way on to arXiv's own search. With null,
 * nothing is known yet: only an id can be offered.
 */
export function foundGroups(
  query: string,
  hits: readonly Finding[] | null,
  named: VersionedId | undefined,
): Group[] {
  const isFound = hits?.some(({ paper }) => paper.id === named?.id) ?? false;
  const ids: Choice[] =
    named !== undefined && (named.version !== null || !isFound)
      ? [{ kind: 'id', key: `id ${named.id}`, ...named }]
      : [];
  if (hits === null) return [{ label: '', choices: ids }];
  const choices = hits.map(paperChoice);
  const away: Choice = { kind: 'arxiv-search', key: 'arxiv-search', query };
  return [{ label: '', choices: [...ids, ...choices, away] }];
}

function choiceOfEntry({ paper }: SavedPaper): Choice {
  return paperChoice({ paper: summaryOf(paper), matched: [] });
}

/** The papers among what is offered. */
export function idsIn(groups: readonly Group[]): PaperId[] {
  const choices = groups.flatMap((group) => group.choices);
  return choices.flatMap((choice) => (choice.kind === 'paper' ? [choice.finding.paper.id] : []));
}
