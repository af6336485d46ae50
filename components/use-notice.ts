import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Undo } from './shown';

export type Notice = { words: string; undo: Undo } | { failed: true };

export type Acts = {
  /** Does it, and says so when it failed: nothing the reader asks for is lost in silence. */
  attempt: (act: () => Promise<unknown>) => void;
  /** Does it, says what was done in `words`, and offers to take it back. */
  undoable: (words: string, act: () => Promise<Undo>) => void;
  /** Takes it back; its notice stands until that is done. Says so when it was not to be done. */
  takeBack: (undo: Undo) => void;
};

/** What was last done and can be taken back, or what last failed; and how to do things so. */
export function useNotice(): { notice: Notice | null; acts: Acts; dismiss: () => void } {
  const [notice, setNotice] = useState<Notice | null>(null);
  const dismiss = useCallback(() => setNotice(null), []);
  const acts = useMemo<Acts>(() => {
    const failed = () => setNotice({ failed: true });
    const takingBack = new Set<Undo>();
    const takeBack = async (undo: Undo) => {
      if (takingBack.has(undo)) return;
      takingBack.add(undo);
      try {
        if (!(await undo())) failed();
        else setNotice((shown) => (shown && 'undo' in shown && shown.undo === undo ? null : shown));
      } catch {
        failed();
      } finally {
        takingBack.delete(undo);
      }
    };
    return {
      attempt: (act) => void act().catch(failed),
      undoable: (words, act) => void act().then((undo) => setNotice({ words, undo }), failed),
      takeBack: (undo) => void takeBack(undo),
    };
  }, []);
  return { notice, acts, dismiss };
}
