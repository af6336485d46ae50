import { useCallback, useMemo, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import type { SavedPaper } from '../shown';

export type Marked = {
  /** Those marked among the papers shown, in their order. */
  ids: readonly PaperId[];
  has: (id: PaperId) => boolean;
  toggle: (at: number) => void;
  /** Marks all from the one marked last to this one. */
  extend: (to: number) => void;
  all: () => void;
  clear: () => void;
};

/**
 * The papers marked for what is done to many at once. What is not shown any more is not marked, and all cannot be
 * marked before all are there (`isAll`).
 */
export function useMarked(shown: readonly SavedPaper[], isAll: boolean): Marked {
  const [marks, setMarks] = useState<{ ids: ReadonlySet<PaperId>; last: number }>(NONE);
  const ids = useMemo(
    () =>
      marks.ids.size === 0
        ? NO_IDS
        : shown.flatMap(({ paper }) => (marks.ids.has(paper.id) ? [paper.id] : [])),
    [shown, marks],
  );
  const clear = useCallback(() => setMarks(NONE), []);
  return {
    ids,
    has: (id) => marks.ids.has(id),
    toggle: (at) => {
      const id = shown[at]?.paper.id;
      if (id === undefined) return;
      setMarks((before) => {
        const next = new Set(before.ids);
        if (!next.delete(id)) next.add(id);
        return { ids: next, last: at };
      });
    },
    extend: (to) =>
      setMarks((before) => {
        const from = Math.min(before.last, shown.length - 1);
        const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
        return { ids: new Set([...before.ids, ...range.map(({ paper }) => paper.id)]), last: to };
      }),
    all: () => {
      if (isAll) setMarks({ ids: new Set(shown.map(({ paper }) => paper.id)), last: 0 });
    },
    clear,
  };
}

const NONE = { ids: new Set<PaperId>(), last: 0 };
const NO_IDS: readonly never[] = [];
