import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { folderBackupsOf, type FolderBackups } from '@/entrypoints/kept-apart/folder-backup';
import { ApartDb } from '@/lib/db/apart';
import { readFile } from '@/lib/exchange/read-file';
import { oneAtATime } from '../dataset/one-at-a-time';
import { freshLibrary, idOf, paperOf, type Bench } from '../library/fresh-library';
import { MemoryFolder } from './memory-folder';

const HOUR = 3_600_000;
const GLM = '2210.02414';

let bench: Bench;
let db: ApartDb;
let disk: Map<string, MemoryFolder>;
let folder: MemoryFolder;
let noted: number[];
let backups: FolderBackups;
let locks: Pick<LockManager, 'request'>;

beforeEach(async () => {
  bench = await freshLibrary();
  await bench.library.save(paperOf(GLM, { title: 'GLM-130B' }));
  db = new ApartDb();
  await db.delete();
  folder = new MemoryFolder('Gloss backups');
  disk = new Map([['here', folder]]);
  noted = [];
  locks = oneAtATime();
  backups = inAWindow();
});
afterEach(() => db.close());

/** Another window, or the next start of the browser: only what was stored is known. */
function inAWindow(tag = 'k3f9'): FolderBackups {
  return folderBackupsOf({
    db,
    library: bench.library,
    settings: async () => ({ theme: 'dark' }),
    // A handle goes into a database and comes out again; which folder it is the browser knows.
    openFolder: (handle) => disk.get((handle as { at?: string } | undefined)?.at ?? '') ?? null,
    noteBackup: async (now) => void noted.push(now),
    now: () => bench.clock.now,
    newTag: () => tag,
    locks,
  });
}

const names = () => [...folder.stored.keys()];
const titlesIn = (text: string | undefined) =>
  readFile(new TextEncoder().encode(text)).copy.works.map(({ paper }) => paper.title);

test('the folder that is chosen has a whole backup at once, and the next window knows of it', async () => {
  expect(await backups.state()).toEqual({ state: 'none' });
  await backups.choose({ at: 'here' });
  expect(names()).toEqual(['gloss-backup-2026-11-01T00-00-00Z-k3f9.json']);
  expect(titlesIn(folder.stored.get(names()[0] ?? ''))).toEqual(['GLM-130B']);
  const at = bench.clock.now;
  expect(await inAWindow().state()).toEqual({
    state: 'chosen',
    name: 'Gloss backups',
    last: { at, works: 1, checked: at },
    problem: null,
  });
  expect(noted).toEqual([at]);
});

test('it is saved again when hours are over and something changed, and never without', async () => {
  await backups.choose({ at: 'here' });
  await bench.library.save(paperOf('2301.00001'));
  bench.clock.now += HOUR;
  await backups.saveIfDue();
  expect(folder.writes).toBe(1);
  bench.clock.now += 4 * HOUR;
  await backups.saveIfDue();
  expect(folder.writes).toBe(2);
  bench.clock.now += 30 * HOUR;
  await backups.saveIfDue();
  expect(folder.writes).toBe(2);
  expect(await backups.state()).toMatchObject({
    last: { at: bench.clock.now - 30 * HOUR, works: 2, checked: bench.clock.now },
  });
});

test('a clock that is set back neither stops the saving nor takes away what it saves', async () => {
  await backups.choose({ at: 'here' });
  bench.clock.now -= 400 * 24 * HOUR;
  await bench.library.save(paperOf('2301.00001'));
  await backups.saveIfDue();
  expect(names()).toHaveLength(2);
  expect(titlesIn(folder.stored.get(names().sort()[0] ?? ''))).toHaveLength(2);
});

test('a backup that somebody removed is written again, though nothing changed', async () => {
  await backups.choose({ at: 'here' });
  folder.stored.clear();
  bench.clock.now += 5 * HOUR;
  await backups.saveIfDue();
  expect(names()).toHaveLength(1);
});

test('what others put there stays, and of ours the old ones and the unfinished go', async () => {
  folder.stored.set('thesis.tex', 'x');
  folder.stored.set('gloss-backup-2020-01-01T00-00-00Z-zzzz.json', 'of another browser');
  await backups.choose({ at: 'here' });
  folder.stored.set('gloss-backup-2026-10-31T00-00-00Z-k3f9.json', '');
  for (let day = 0; day < 20; day += 1) {
    bench.clock.now += 24 * HOUR;
    await bench.library.createList(`List ${day}`);
    await backups.saveIfDue();
  }
  expect(names().filter((name) => !name.endsWith('-k3f9.json'))).toEqual([
    'thesis.tex',
    'gloss-backup-2020-01-01T00-00-00Z-zzzz.json',
  ]);
  expect(names().filter((name) => name.endsWith('-k3f9.json'))).toHaveLength(10);
  expect(names()).not.toContain('gloss-backup-2026-10-31T00-00-00Z-k3f9.json');
});

test('an emptied library pushes out no backup', async () => {
  await backups.choose({ at: 'here' });
  const before = new Map(folder.stored);
  await bench.library.unsave(idOf(GLM));
  bench.clock.now += 5 * HOUR;
  await backups.saveIfDue();
  expect(folder.stored).toEqual(before);
});

test.each([
  ['saving there no more', () => backups.forget(), { state: 'none' }],
  ['choosing another', () => inAWindow('b2b2').choose({ at: 'there' }), { name: 'Elsewhere' }],
])('%s is not undone by a backup that was being written', async (_name, act, wanted) => {
  await backups.choose({ at: 'here' });
  disk.set('there', new MemoryFolder('Elsewhere'));
  await bench.library.save(paperOf('2301.00001'));
  const write = folder.write;
  let acted: Promise<void> | undefined;
  folder.write = async (...file) => {
    acted = act();
    // What is stored of the choice is stored while the file is written.
    await vi.waitFor(async () => expect(await backups.state()).toMatchObject(wanted));
    await write(...file);
  };
  await backups.save();
  await acted;
  expect(await backups.state()).toMatchObject(wanted);
});

test('after a loss the last backup from before it stays, however many follow', async () => {
  for (let at = 0; at < 40; at += 1) await bench.library.save(paperOf(`2301.${10_000 + at}`));
  await backups.choose({ at: 'here' });
  const [whole] = names();
  await bench.library.unsave(Array.from({ length: 40 }, (_, at) => idOf(`2301.${10_000 + at}`)));
  for (let day = 0; day < 20; day += 1) {
    bench.clock.now += 24 * HOUR;
    await bench.library.createList(`List ${day}`);
    await backups.saveIfDue();
  }
  expect(names()).toContain(whole);
  expect(names()).toHaveLength(11);
});

test('permission that ran out is told, asked for in a click, and then it is saved', async () => {
  await backups.choose({ at: 'here' });
  folder.allowed = false;
  await bench.library.save(paperOf('2301.00001'));
  bench.clock.now += 5 * HOUR;
  await backups.saveIfDue();
  expect(folder.writes).toBe(1);
  expect(await inAWindow().state()).toMatchObject({ problem: 'permission' });
  folder.answer = false;
  await backups.allow();
  expect(await backups.state()).toMatchObject({ problem: 'permission' });
  folder.answer = true;
  await backups.allow();
  expect(await backups.state()).toMatchObject({ problem: null, last: { works: 2 } });
});

test.each([
  ['moved away', 'missing', () => (folder.isHere = false)],
  ['full', 'full', () => (folder.room = 10)],
])('a folder that is %s is told of until a save succeeds', async (_name, problem, spoil) => {
  await backups.choose({ at: 'here' });
  spoil();
  await bench.library.save(paperOf('2301.00001'));
  await backups.save();
  expect(await inAWindow().state()).toMatchObject({ problem, last: { works: 1 } });
  Object.assign(folder, { isHere: true, room: Infinity });
  await backups.save();
  expect(await backups.state()).toMatchObject({ problem: null, last: { works: 2 } });
});

test('a library that cannot be read is no fault of the folder', async () => {
  await backups.choose({ at: 'here' });
  bench.db.close();
  await bench.db.delete();
  const broken = { copyOf: () => Promise.reject(new Error('unreadable')) };
  const unread = folderBackupsOf({
    db,
    library: broken,
    settings: async () => null,
    openFolder: () => folder,
    noteBackup: async () => undefined,
    now: () => bench.clock.now,
    newTag: () => 'k3f9',
    locks: oneAtATime(),
  });
  await expect(unread.save()).rejects.toThrow('unreadable');
  expect(await unread.state()).toMatchObject({ problem: null });
  expect(names()).toHaveLength(1);
});

test('saving there no more leaves the files', async () => {
  await backups.choose({ at: 'here' });
  await backups.forget();
  expect(await backups.state()).toEqual({ state: 'none' });
  expect(names()).toHaveLength(1);
});
