import type { PaperId } from '@/lib/core/paper-id';
import type { DoneMark } from '@/lib/core/reading';
import type { DoneRow } from '@/lib/db/library';
import { type Context, inTransaction, type Whole } from './context';
import type { DoneState } from './library';

const NOT_DONE: DoneState = { done: null, canUndo: false };

export async function doneIn({ db }: Context, listing: string): Promise<DoneState> {
  const row = await db.done.get(listing);
  return row ? stateOf(row) : NOT_DONE;
}

/** `ids` in the order of the listing, down to the mark. */
export async function markDone(whole: Whole, listing: string, ids: readonly PaperId[]): Promise<DoneState> {
  return inTransaction(whole, 'rw', ['done', 'seen'], async (context) => {
    const { db, now } = context;
    const paper = ids.at(-1);
    const old = await db.done.get(listing);
    if (paper === undefined) return old ? stateOf(old) : NOT_DONE;
    const each = [...new Set(ids)];
    const known = await db.seen.bulkGet(each);
    const marked = each.filter((_id, index) => !known[index]);
    // The same again would leave nothing to take back.
    if (old && old.paper === paper && marked.length === 0) return stateOf(old);
    const at = now();
    await db.seen.bulkAdd(marked.map((id) => ({ id, at, how: 'marked' })));
    const row: DoneRow = { listing, paper, at, marked, before: old ? markOf(old) : null };
    await db.done.put(row);
    return stateOf(row);
  });
}

/** Takes the last mark back once; what was opened since stays seen. */
export async function undoDone(whole: Whole, listing: string): Promise<DoneState> {
  return inTransaction(whole, 'rw', ['done', 'seen', 'visits'], async (context) => {
    const { db } = context;
    const row = await db.done.get(listing);
    if (!row || !canUndo(row)) return row ? stateOf(row) : NOT_DONE;
    const seen = await db.seen.bulkGet(row.marked);
    const ours = seen.flatMap((one) => (one?.how === 'marked' && one.at === row.at ? [one.id] : []));
    const marked = new Set(ours);
    const visits = await db.visits.filter(({ paper, last }) => last >= row.at && marked.has(paper)).toArray();
    const opened = new Map(visits.map(({ paper, last }) => [paper, last]));
    await db.seen.bulkDelete(ours);
    await db.seen.bulkAdd([...opened].map(([id, at]) => ({ id, at, how: 'opened' })));
    if (!row.before) {
      await db.done.delete(listing);
      return NOT_DONE;
    }
    const back: DoneRow = { listing, ...row.before, marked: [], before: null };
    await db.done.put(back);
    return stateOf(back);
  });
}

const markOf = ({ paper, at }: DoneRow): DoneMark => ({ paper, at });
const canUndo = ({ marked, before }: DoneRow): boolean => marked.length > 0 || before !== null;
const stateOf = (row: DoneRow): DoneState => ({ done: markOf(row), canUndo: canUndo(row) });
