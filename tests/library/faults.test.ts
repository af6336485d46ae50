import 'fake-indexeddb/auto';
import type { DBCore, DBCoreMutateRequest } from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import type { Library, UndoToken } from '@/lib/library';
import { freshLibrary, idOf, paperOf, reopen, type Bench } from './fresh-library';

const X = idOf('2210.02414');
const Y = idOf('2301.00001');

/** Fails the nth write from now on, as a full disk does. */
const disk = { writesLeft: Infinity };

let bench: Bench;
let library: Library;
let list: Awaited<ReturnType<Library['createList']>>;
let other: typeof list;
let token: UndoToken;
const twin = idOf('2301.00009');

beforeEach(async () => {
  disk.writesLeft = Infinity;
  bench = await freshLibrary();
  bench.db.use({ stack: 'dbcore', name: 'full disk', create: (down: DBCore) => limitedBy(down) });
  library = reopen(bench.db, bench.clock);
  list = await library.createList('A');
  await library.save(paperOf(X, { title: 'Old' }), list);
  await library.save(paperOf(Y), list);
  other = await library.createList('Other');
  await library.save(paperOf(twin), other);
  await library.visit(twin, 1);
  token = await library.unsave(Y);
});

function limitedBy(down: DBCore): DBCore {
  return {
    ...down,
    table: (name) => {
      const table = down.table(name);
      const mutate = (request: DBCoreMutateRequest) => {
        if (--disk.writesLeft < 0) {
          return Promise.reject(Object.assign(new Error(''), { name: 'QuotaExceededError' }));
        }
        return table.mutate(request);
      };
      return { ...table, mutate };
    },
  };
}

async function dump(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of bench.db.tables) rows[table.name] = await table.toArray();
  return rows;
}

const CHANGES: [name: string, change: () => Promise<unknown>][] = [
  ['making a list', () => library.createList('B')],
  ['renaming a list', () => library.renameList(list, 'B')],
  ['deleting a list', () => library.deleteList(list)],
  ['saving', () => library.save(paperOf('2301.00002'), list)],
  ['saving again what was unsaved', () => library.save(paperOf(Y, { title: 'New' }), list)],
  ['unsaving', () => library.unsave(X)],
  ['taking out of a list', () => library.removeFrom(list, X)],
  ['changing the status', () => library.setStatus(X, 'read')],
  ['changing the status of many', () => library.setStatusOf([X], 'read')],
  ['tagging', () => library.addTag([X], 'a')],
  ['writing a note', () => library.saveNote(X, 'words', 0)],
  ['moving', () => library.moveEntries([X], { from: list, to: other, before: null })],
  ['putting into another list', () => library.addTo(other, [X])],
  ['unsaving many', () => library.unsave([X])],
  ['ordering the lists', () => library.moveList(other, list)],
  ['merging', () => library.mergeEntries(X, [twin])],
  ['refreshing', () => library.refresh([paperOf(X, { title: 'New' })])],
  ['undoing', () => library.undo(token)],
  ['noting a visit', () => library.visit(X, 1)],
  ['forgetting', () => library.forgetSince(0)],
  ['marking as seen', () => library.markSeen([X, Y])],
];

test.each(CHANGES)(
  '%s on a full disk changes nothing, says quota, and works once there is room',
  async (_name, change) => {
    const before = await dump();
    let allowed = 0;
    for (; allowed < 10; allowed++) {
      disk.writesLeft = allowed;
      const outcome = await change().then(
        () => 'done',
        (error: unknown) => error,
      );
      disk.writesLeft = Infinity;
      if (outcome === 'done') break;
      expect(outcome).toMatchObject({ name: 'StorageError', code: 'quota' });
      expect(await dump(), `after ${allowed} writes`).toEqual(before);
    }
    expect(allowed, 'it writes at least once').toBeGreaterThan(0);
    expect(await dump()).not.toEqual(before);
  },
);
