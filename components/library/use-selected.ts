import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SavedPaper } from '../shown';
import { type Matching, type PutInOrder, type Selection, selectEntries } from './entry-selection';

/** As long as a key may wait for what it leads to, and as long as another may wait for that. */
const SLICE_MS = 8;
/** Steps that are taken whatever time they need: enough for most libraries, which show all at once. */
const AT_LEAST = 16;
/** More than any window shows. */
const SCREENFUL = 100;

type Selected = { shown: readonly SavedPaper[]; isWhole: boolean };

/**
 * What is selected of the entries, looked for in slices: of tens of thousands the first are shown as soon as they
 * are found, and until then what was shown before. `isWhole` when all are there.
 */
export function useSelected(
  entries: readonly SavedPaper[],
  { words, status, order }: Selection,
  matching: Matching,
  putInOrder: PutInOrder,
): Selected {
  const work = useMemo(
    () => begin(selectEntries(entries, { words, status, order }, matching, putInOrder)),
    [entries, words, status, order, matching, putInOrder],
  );
  const [, redraw] = useState(0);
  useEffect(() => {
    if (work.isWhole) return undefined;
    const goOn = () => {
      const before = work.shown;
      goOnWith(work);
      if (work.shown !== before) redraw((times) => times + 1);
      if (!work.isWhole) timer = setTimeout(goOn);
    };
    let timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [work]);
  const latest = useRef<readonly SavedPaper[]>([]);
  latest.current = work.shown ?? latest.current;
  return { shown: latest.current, isWhole: work.isWhole };
}

type Steps = ReturnType<typeof selectEntries>;
type Work = { steps: Steps; shown: readonly SavedPaper[] | undefined; isWhole: boolean };

function begin(steps: Steps): Work {
  const work: Work = { steps, shown: undefined, isWhole: false };
  goOnWith(work);
  return work;
}

function goOnWith(work: Work): void {
  const until = performance.now() + SLICE_MS;
  let taken = 1;
  let step = work.steps.next();
  for (; step.done !== true && (taken < AT_LEAST || performance.now() < until); taken += 1)
    step = work.steps.next();
  work.isWhole = step.done === true;
  if (work.isWhole) work.shown = step.value;
  else if (step.value.length >= SCREENFUL) work.shown ??= step.value.slice(0, SCREENFUL);
}
