import { citationKey, isAutomaticKey } from '@/lib/core/citation-key';
import type { PaperId } from '@/lib/core/paper-id';
import type { RowChange, SavedRow } from '@/lib/db/library';
import type { Context } from './context';
import { freeKey } from './rows';

/**
 * Where undoing gave papers a key that another has got meanwhile, an automatic one yields: that of the
 * other before that of the one it came back to. Call inside a transaction that has `saved` and `papers`.
 */
export async function keepKeysApart(context: Context, undone: readonly RowChange[]): Promise<void> {
  const { db } = context;
  const back = undone.filter(({ table, before }) => table === 'saved' && 'key' in before);
  const ids = new Set(back.map(({ key }) => key));
  const restored = await db.saved.bulkGet(back.map(({ key }) => key as PaperId)); // a row of `saved` goes by its id
  const keys = new Set(restored.flatMap((row) => (row ? [row.key] : [])));
  const rows = await db.saved
    .where('key')
    .anyOf([...keys])
    .toArray();
  const holders = new Map<string, SavedRow[]>();
  for (const row of rows) holders.set(row.key, [...(holders.get(row.key) ?? []), row]);
  for (const those of holders.values()) {
    if (those.length > 1) await giveOthers(context, those, (id) => ids.has(id));
  }
}

/** All but one get another key: it stays with one in sight that was given it by hand, else with one just put back. */
async function giveOthers(context: Context, rows: readonly SavedRow[], isBack: (id: PaperId) => boolean) {
  const { db } = context;
  const copies = await db.papers.bulkGet(rows.map(({ id }) => id));
  const all = rows.map((row, index) => {
    const copy = copies[index];
    const isAutomatic = isAutomaticKey(row.key, copy?.paper, copy?.earlier);
    const plain = copy && isAutomatic ? citationKey(copy.paper) : row.key;
    const rank = (row.shown === 1 ? 0 : 4) + (isAutomatic ? 2 : 0) + (isBack(row.id) === isAutomatic ? 0 : 1);
    return { row, plain, rank };
  });
  for (const { row, plain } of all.sort((a, b) => a.rank - b.rank).slice(1)) {
    await db.saved.update(row.id, { key: await freeKey(context, plain) });
  }
}
