import { useEffect, useRef, useState } from 'preact/hooks';
import type { SavedPaper } from '../shown';

/** Shorter than most take from one letter to the next. */
const SETTLED_MS = 100;

/**
 * The paper that is shown beside the list: the one at hand, but while the filter is being typed, the one that was.
 * To draw another with each letter takes longer than the rows that the letter leads to.
 */
export function useBeside(entry: SavedPaper | undefined, words: string): SavedPaper | undefined {
  const [settled, settle] = useState(words);
  const beside = useRef(entry);
  useEffect(() => {
    if (settled === words) return undefined;
    const timer = setTimeout(() => settle(words), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [settled, words]);
  if (settled === words || entry?.paper.id === beside.current?.paper.id) beside.current = entry;
  return beside.current;
}
