import 'fake-indexeddb/auto';
import type { Paper } from '@/lib/core/paper';
import { parsePaperId, type PaperId } from '@/lib/core/paper-id';
import { LibraryDb } from '@/lib/db/library';
import { openLibrary, type Library } from '@/lib/library';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export type Bench = { library: Library; db: LibraryDb; clock: { now: number } };

let last: LibraryDb | undefined;

/** A library in an empty database, with a clock that only the test moves and ids that count up. */
export async function freshLibrary(): Promise<Bench> {
  last?.close();
  const db = new LibraryDb();
  last = db;
  await db.delete();
  const clock = { now: Date.UTC(2026, 10, 1) };
  return { library: reopen(db, clock), db, clock };
}

/** The browser is used on so many days, and what is old is looked for on each of them, more than once. */
export async function usedFor({ library, clock }: Bench, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    clock.now += DAY;
    await library.purge();
    await library.purge();
  }
}

export function reopen(db: LibraryDb, clock: { now: number }): Library {
  let ids = 0;
  return openLibrary(db, {
    now: () => clock.now,
    newId: () => `id-${clock.now}-${++ids}`,
    defaultListName: () => 'Reading list',
  });
}

export function idOf(text: string): PaperId {
  const id = parsePaperId(text);
  if (id === undefined) throw new Error(`no id: ${text}`);
  return id;
}

export function paperOf(id: string, values: Partial<Paper> = {}): Paper {
  return {
    id: idOf(id),
    version: null,
    title: `Paper ${id}`,
    authors: ['Ada Lovelace'],
    abstract: null,
    comments: null,
    journalRef: null,
    reportNo: null,
    doi: null,
    categories: ['cs.CL'],
    mscClass: null,
    acmClass: null,
    submitted: null,
    versions: [],
    withdrawn: false,
    ...values,
  };
}
