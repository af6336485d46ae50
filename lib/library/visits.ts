import type { PaperId } from '@/lib/core/paper-id';
import type { Visit } from '@/lib/core/reading';
import type { SeenRow, VisitRow } from '@/lib/db/library';
import { type Context, inTransaction, type Whole } from './context';
import type { RecentVisit } from './library';
import { forgetInUndo } from './undo-seen';

const SAME_VISIT_MS = 10 * 60 * 1000;

export async function previousVisit(context: Context, id: PaperId): Promise<Visit | null> {
  const rows = await visitsOf(context, id);
  const [newest, before] = rows;
  const previous = newest && continues(context, newest) ? before : newest;
  return previous ? { version: previous.version, at: previous.last } : null;
}

export async function visit(whole: Whole, id: PaperId, version: number | null): Promise<void> {
  await inTransaction(whole, 'rw', ['visits', 'seen'], async (context) => {
    const { db, now } = context;
    const [newest] = await visitsOf(context, id);
    const at = newest && continues(context, newest) ? newest.at : now();
    await db.visits.put({ paper: id, at, last: now(), version });
    if (!(await db.seen.get(id))) await db.seen.add({ id, at: now(), how: 'opened' });
  });
}

export async function markSeen(whole: Whole, ids: readonly PaperId[]): Promise<void> {
  await inTransaction(whole, 'rw', ['seen'], async (context) => {
    const { db, now } = context;
    const rows = await db.seen.bulkGet([...ids]);
    const fresh = new Set(ids.filter((_id, index) => !rows[index]));
    await db.seen.bulkAdd([...fresh].map((id) => ({ id, at: now(), how: 'marked' })));
  });
}

export async function seen({ db }: Context, ids: readonly PaperId[]): Promise<ReadonlySet<PaperId>> {
  const rows = await db.seen.bulkGet([...ids]);
  return new Set(ids.filter((_id, index) => rows[index]));
}

export async function seenIds({ db }: Context): Promise<ReadonlySet<PaperId>> {
  return new Set(await db.seen.toCollection().primaryKeys());
}

/** Newest first, two of them. */
async function visitsOf({ db }: Context, id: PaperId): Promise<VisitRow[]> {
  return db.visits.where('[paper+at]').between([id], [id, []]).reverse().limit(2).toArray();
}

// A clock set back makes the difference negative: that too is a visit of now, not one to come.
const continues = ({ now }: Context, row: VisitRow) => now() - row.last < SAME_VISIT_MS;

export async function recentVisits({ db }: Context, limit: number): Promise<readonly RecentVisit[]> {
  const latest = new Map<PaperId, RecentVisit>();
  await db.visits
    .orderBy('at')
    .reverse()
    .until(() => latest.size >= limit)
    .each(({ paper, last, version }) => {
      if (!latest.has(paper)) latest.set(paper, { id: paper, at: last, version });
    });
  return [...latest.values()];
}

/** Forgets for good; what was marked as seen by hand is no visit and stays. */
export async function forgetSince(whole: Whole, at: number): Promise<void> {
  await inTransaction(whole, 'rw', ['visits', 'seen', 'undo'], async (context) => {
    const { db } = context;
    await forgetInUndo(context, (then) => then >= at);
    await db.visits.filter(({ last }) => last >= at).delete();
    await db.seen.where('at').aboveOrEqual(at).and(wasOpened).delete();
  });
}

export async function forgetBefore(whole: Whole, at: number): Promise<void> {
  await inTransaction(whole, 'rw', ['visits', 'seen', 'undo'], async (context) => {
    const { db } = context;
    await forgetInUndo(context, (then) => then < at);
    await db.visits
      .where('at')
      .below(at)
      .and(({ last }) => last < at)
      .delete();
    // `at` is the first opening: what was opened again since is still remembered, so it was seen.
    const left = new Set((await db.visits.toArray()).map(({ paper }) => paper));
    await db.seen
      .where('at')
      .below(at)
      .and((row) => wasOpened(row) && !left.has(row.id))
      .delete();
  });
}

const wasOpened = ({ how }: SeenRow) => how === 'opened';
