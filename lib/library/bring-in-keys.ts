import { citationKey, isAutomaticKey, isKeyWithLetter, keyGiver } from '@/lib/core/citation-key';
import type { Work } from '@/lib/core/library-copy';
import type { PaperId } from '@/lib/core/paper-id';
import type { PaperRow, SavedRow } from '@/lib/db/library';
import type { Context } from './context';
import { type Choice, isOwnKey, type Saved } from './merge-work';

/** A key that is not what it was here, or not what the file says, since another work has that. */
export type KeyChange = { id: PaperId; title: string; from: string; to: string };

/** Which keys works have once a file is brought in. */
export type Keys = {
  /** What this work is cited by from now on; undefined where it keeps its key, or none is said for it. */
  of: (id: PaperId) => string | undefined;
  /** For a work of which no key is said: this one, or the same with a letter. */
  give: (key: string) => string;
  /** Works that make way, in the file or not. */
  moved: readonly { row: SavedRow; key: string }[];
  changes: readonly KeyChange[];
};

type Holder = { row: SavedRow; copy: PaperRow | undefined };
type Want = { work: Work; key: string; old: Saved | undefined; holder: Holder | undefined };

/**
 * Keys that a file says go before those made here: a work whose key is automatic makes way. Call inside
 * a transaction that has `saved` and `papers`.
 */
export async function keysFor(
  context: Context,
  works: readonly Work[],
  known: ReadonlyMap<PaperId, Saved>,
  choice: Choice,
): Promise<Keys> {
  const taken = new Set((await context.db.saved.orderBy('key').uniqueKeys()).map(String));
  const wants = new Map<PaperId, Want>();
  for (const work of works) {
    const old = known.get(work.paper.id);
    const key = wantedKey(work, old, choice);
    if (key !== null) wants.set(work.paper.id, { work, key, old, holder: undefined });
  }
  const contested = [...wants.values()].filter(({ key }) => taken.has(key));
  const holders = await holdersOf(context, new Set(contested.map(({ key }) => key)));
  for (const want of contested) want.holder = holders.get(want.key);
  const said = new Map(works.map(({ paper, key }) => [paper.id, key]));
  return given(wants, refusedOf(wants, said), taken);
}

function wantedKey({ key }: Work, old: Saved | undefined, choice: Choice): string | null {
  if (!old || key === null) return key;
  return key === old.saved.key || (choice !== 'theirs' && isOwnKey(old)) ? null : key;
}

async function holdersOf({ db }: Context, keys: ReadonlySet<string>): Promise<Map<string, Holder>> {
  if (keys.size === 0) return new Map();
  const rows = await db.saved
    .where('key')
    .anyOf([...keys])
    .toArray();
  const copies = await db.papers.bulkGet(rows.map(({ id }) => id));
  return new Map(rows.map((row, index) => [row.key, { row, copy: copies[index] }]));
}

/** Those whose key another work has by hand and keeps, or an earlier one of the file has asked for. */
function refusedOf(
  wants: ReadonlyMap<PaperId, Want>,
  said: ReadonlyMap<PaperId, string | null>,
): ReadonlySet<Want> {
  const refused = new Set<Want>();
  const claimed = new Set<string>();
  for (const want of wants.values()) {
    if (claimed.has(want.key)) refused.add(want);
    claimed.add(want.key);
  }
  const stays = ({ row, copy }: Holder) => {
    const own = wants.get(row.id);
    if (own && !refused.has(own)) return false;
    return said.get(row.id) === row.key || !isAutomaticKey(row.key, copy?.paper, copy?.earlier);
  };
  // One that is refused stays where it is, and may be in the way of another.
  for (let before = -1; before !== refused.size;) {
    before = refused.size;
    for (const want of wants.values()) if (want.holder && stays(want.holder)) refused.add(want);
  }
  return refused;
}

function given(wants: ReadonlyMap<PaperId, Want>, refused: ReadonlySet<Want>, taken: Set<string>): Keys {
  const keys = new Map<PaperId, string>();
  const accepted = [...wants.values()].filter((want) => !refused.has(want));
  for (const { work, key } of accepted) keys.set(work.paper.id, key);
  for (const { key } of accepted) taken.add(key);
  const give = keyGiver(taken);
  const changes: KeyChange[] = [];
  for (const { work, key, old } of refused) {
    // One that got its letter before keeps it.
    if (old && isKeyWithLetter(old.saved.key, key)) continue;
    const to = give(key);
    keys.set(work.paper.id, to);
    changes.push({ id: work.paper.id, title: work.paper.title, from: key, to });
  }
  const moved = accepted.flatMap(({ holder }) => {
    if (!holder || keys.has(holder.row.id)) return [];
    const { row, copy } = holder;
    const key = give(copy ? citationKey(copy.paper) : row.key);
    keys.set(row.id, key);
    changes.push({ id: row.id, title: copy?.paper.title ?? '', from: row.key, to: key });
    return [{ row, key }];
  });
  return { of: (id) => keys.get(id), give, moved, changes };
}
