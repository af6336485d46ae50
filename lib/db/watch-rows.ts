import Dexie, { cmp, type IntervalTree, type ObservabilitySet } from 'dexie';

/** Primary keys of rows that changed, by table; null where all of them may have. */
export type ChangedRows = ReadonlyMap<string, readonly unknown[] | null>;

/**
 * Calls back after every change of rows of `db`, in this context or in another of the same origin: for
 * whoever keeps many of them, and would not read them all again for one. Returns the unsubscribe function.
 */
export function watchRows(db: Dexie, next: (changed: ChangedRows) => void): () => void {
  const tables = `idb://${db.name}/`;
  const told = (parts: ObservabilitySet) => {
    const changed = new Map<string, readonly unknown[] | null>();
    // What a page that was kept aside (back-forward cache) is told when it is shown again: it may have missed any.
    if ('all' in parts) for (const { name } of db.tables) changed.set(name, null);
    for (const [part, ranges] of Object.entries(parts)) {
      // The part without a name behind its table is that of primary keys.
      if (part.startsWith(tables) && part.endsWith('/'))
        changed.set(part.slice(tables.length, -1), keysIn(ranges));
    }
    if (changed.size > 0) next(changed);
  };
  Dexie.on.storagemutated.subscribe(told);
  return () => Dexie.on.storagemutated.unsubscribe(told);
}

/** Null for anything but single keys. What comes from another context is the bare tree. */
function keysIn(tree: IntervalTree | null | undefined): readonly unknown[] | null {
  if (!tree || !('from' in tree)) return [];
  if (cmp(tree.from, tree.to) !== 0) return null;
  const [left, right] = [keysIn(tree.l), keysIn(tree.r)];
  return left && right && [...left, tree.from, ...right];
}
