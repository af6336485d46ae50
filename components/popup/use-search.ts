import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PaperId, VersionedId } from '@/lib/core/paper-id';
import type { Findings, SavedPaper, Where } from '../shown';
import { useText } from '../text';
import { type Latest, useLatest } from '../use-latest';
import type { Choice, Group } from './choice';
import { foundGroups, restingGroups } from './groups';

type Given = {
  search: (query: string, signal: AbortSignal) => Promise<Findings>;
  idOf: (query: string) => VersionedId | undefined;
  entries: readonly SavedPaper[];
  /** The paper that stands on top already. */
  above: PaperId | undefined;
  onOpen: (choice: Choice, where: Where) => void;
};

export type Search = {
  query: string;
  setQuery: (query: string) => void;
  groups: readonly Group[];
  count: number;
  active: number;
  setActive: (at: number) => void;
  chosen: Choice | undefined;
  enter: (where: Where) => void;
  /** Null with an empty box, and while nothing is known yet of what is typed. */
  findings: Findings | null;
  failed: boolean;
};

const NOTHING: Findings = { hits: [], total: 0 };

/** What is typed, what it found, and which row is active. The first is, as soon as there is a query. */
export function useSearch({ search, idOf, entries, above, onOpen }: Given): Search {
  const text = useText();
  const [query, setQuery] = useState('');
  const [moved, setMoved] = useState<{ to: number; of: string } | null>(null);
  const asked = query.trim();
  const ask = useMemo(
    () => async (words: string, signal: AbortSignal) => (words === '' ? NOTHING : search(words, signal)),
    [search],
  );
  const latest = useLatest(asked, ask);
  const isNew = latest.of === asked;
  const findings = findingsToShow(latest, asked);

  const groups = useMemo(() => {
    if (asked === '') return restingGroups(text, entries, above);
    return foundGroups(asked, findings?.hits ?? null, idOf(asked));
  }, [asked, findings, entries, above, idOf, text]);
  const choices = groups.flatMap((group) => group.choices);
  const atRest = asked === '' ? -1 : 0;
  const active = moved?.of === asked ? Math.min(moved.to, choices.length - 1) : atRest;
  const chosen = choices[active];

  // Enter that came before the answer opens what the answer puts first, not what stood there before.
  const waiting = useRef<{ of: string; where: Where } | null>(null);
  useEffect(() => {
    const wait = waiting.current;
    if (wait === null || !isNew) return;
    waiting.current = null;
    if (wait.of === asked && chosen !== undefined) onOpen(chosen, wait.where);
  });

  return {
    query,
    setQuery,
    groups,
    count: choices.length,
    active,
    setActive: (to) => setMoved({ to, of: asked }),
    chosen,
    enter: (where) => {
      if (!isNew && asked !== '') waiting.current = { of: asked, where };
      else if (chosen !== undefined) onOpen(chosen, where);
    },
    findings,
    failed: asked !== '' && latest.failed,
  };
}

/**
 * What was found for the words typed just before stays until the answer comes, so that rows do not
 * flicker. That nothing was found is said of no other words than those it is true of.
 */
function findingsToShow({ of, answer }: Latest<Findings>, asked: string): Findings | null {
  if (asked === '' || of === '' || answer === undefined) return null;
  return of === asked || answer.hits.length > 0 ? answer : null;
}
