import 'fake-indexeddb/auto';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PackShown, Verified } from '@/lib/core/corpus-status';
import { openCorpus } from '@/lib/corpus';
import { addPack, bringIn, packFiles, removePack, verifyPack, watchPacks } from '@/lib/dataset';
import { CorpusDb } from '@/lib/db/corpus';
import { idOf } from '../library/fresh-library';
import { oneAtATime } from './one-at-a-time';
import { samplePack, sourceOf, type SamplePack } from './sample-pack';

const SHIPPED = await samplePack('graphs', 3);
/** Newer, with 30 of the same papers and 10 others. */
const NEWER = await samplePack('lattices', 4, { date: '2023-06', first: 11 });
const SAME = idOf('2301.00020');
const { signal } = new AbortController();

let db: CorpusDb;
const locks = oneAtATime();
beforeEach(async () => {
  db = new CorpusDb();
  await db.delete();
  await ship(SHIPPED);
});
afterEach(() => db.close());

const ship = (pack: SamplePack, putBack = false) =>
  bringIn({ db, source: sourceOf(pack), locks, signal, now: () => 0, putBack });
const add = (files: readonly File[], overrides = {}) =>
  addPack({ db, source: packFiles(files), locks, signal, ...overrides });
const corpus = () => openCorpus(db);
const idsFor = async (query: string) =>
  (await corpus().search(query, { limit: 100 })).hits.map(({ paper }) => paper.id);
const packs = () =>
  new Promise<readonly PackShown[]>((resolve, reject) => {
    const stop = watchPacks(
      db,
      (rows) => {
        resolve(rows);
        setTimeout(() => stop());
      },
      reject,
    );
  });
const verify = (id: string, overrides = {}): Promise<Verified> =>
  verifyPack({ db, signal, progress: () => undefined, ...overrides }, id);

const fileOf = (name: string, bytes: Uint8Array) => new File([Uint8Array.from(bytes)], name);
const manifestBytes = ({ manifest }: SamplePack) => new TextEncoder().encode(JSON.stringify(manifest));
const looseFiles = (pack: SamplePack) => [
  fileOf('manifest.json', manifestBytes(pack)),
  ...[...pack.files].map(([name, bytes]) => fileOf(name, bytes)),
];
const zipOf = (pack: SamplePack, folder = '', level: 0 | 6 = 6) =>
  fileOf(
    'pack.zip',
    zipSync(
      Object.fromEntries([
        [`${folder}manifest.json`, manifestBytes(pack)],
        ...[...pack.files].map(([name, bytes]) => [folder + name, bytes] as const),
      ]),
      { level },
    ),
  );

test.each([
  ['a zip', () => [zipOf(NEWER)]],
  ['a zip with a folder, not packed', () => [zipOf(NEWER, 'gloss-2023-06/', 0)]],
  ['the files themselves', () => looseFiles(NEWER)],
])('%s is added beside what there is: both are searched, the newer record speaks', async (_, files) => {
  const seen: number[] = [];
  const added = await add(files(), { progress: (done: number) => seen.push(done) });
  expect(added).toEqual({ state: 'added', papers: 40, date: '2023-06' });
  expect(seen).toEqual([0, 1, 2, 3]);
  expect(await idsFor('lattices')).toHaveLength(40);
  // The 30 that both have are found by the older words too, and shown with the newer title.
  const { hits } = await corpus().search('graphs', { limit: 100 });
  expect(hits.map(({ paper }) => paper.title.includes('lattices')).sort()).toEqual([
    ...Array<boolean>(10).fill(false),
    ...Array<boolean>(30).fill(true),
  ]);
  expect((await corpus().summaries([SAME]))[0]?.title).toContain('lattices');
});

test('papers that two packs have are counted once, in all and by year and archive', async () => {
  await add([zipOf(NEWER)]);
  expect(await corpus().status()).toMatchObject({
    state: 'ready',
    papers: 50,
    date: '2023-06',
    coverage: { years: { 2023: 50 } },
  });
  expect(await packs()).toMatchObject([
    { id: NEWER.manifest.id, origin: 'added', papers: 40, ownPapers: 40 },
    { id: SHIPPED.manifest.id, origin: 'packaged', papers: 40, ownPapers: 10 },
  ]);
  await removePack(db, locks, NEWER.manifest.id);
  expect(await corpus().status()).toMatchObject({ papers: 40, date: '2023-01' });
  expect(await idsFor('graphs')).toHaveLength(40);
  expect(await db.blocks.where(':id').startsWith(NEWER.manifest.id).count()).toBe(0);
});

test('stopped half-way, it answers nothing yet; chosen again, it goes on where it was', async () => {
  const controller = new AbortController();
  const stopAt = (done: number) => done === 2 && controller.abort();
  const stopped = await add([zipOf(NEWER)], { signal: controller.signal, progress: stopAt });
  expect(stopped).toEqual({ state: 'failed', code: 'stopped' });
  expect(await idsFor('lattices')).toEqual([]);
  expect(await idsFor('graphs')).toHaveLength(40);
  expect(await corpus().status(), 'of the packaged one nothing is amiss').not.toHaveProperty('done');
  expect(await packs()).toMatchObject([{ state: 'importing', done: 2, parts: 4 }, { state: 'ready' }]);
  // What is packaged is looked at again at every start, and leaves it alone.
  expect(await ship(SHIPPED)).toEqual({ state: 'ready' });
  const read: number[] = [];
  expect(await add(looseFiles(NEWER), { progress: (done: number) => read.push(done) })).toMatchObject({
    state: 'added',
  });
  expect(read).toEqual([2, 3]);
});

test('a new release takes the place of the packaged one alone', async () => {
  await add([zipOf(NEWER)]);
  const release = await samplePack('matroids', 2, { date: '2023-09', first: 100 });
  expect(await ship(release)).toEqual({ state: 'ready' });
  expect(await idsFor('graphs')).toEqual([]);
  expect(await idsFor('lattices')).toHaveLength(40);
  expect(await idsFor('matroids')).toHaveLength(40);
  expect(await corpus().status()).toMatchObject({ papers: 80, date: '2023-09' });
});

test('one that is there already is not added again, and a release that is the same pack takes it over', async () => {
  expect(await add([zipOf(SHIPPED)])).toMatchObject({ state: 'there' });
  await add([zipOf(NEWER)]);
  expect(await ship(NEWER)).toEqual({ state: 'ready' });
  expect(await packs()).toMatchObject([{ id: NEWER.manifest.id, origin: 'packaged', state: 'ready' }]);
});

test('the packaged one can be taken away, stays away, and comes back when asked for', async () => {
  await removePack(db, locks, SHIPPED.manifest.id);
  expect(await db.blocks.count()).toBe(0);
  expect(await db.parts.count()).toBe(0);
  expect(await corpus().status()).toMatchObject({ state: 'empty', papers: 0, removed: true });
  expect(await ship(SHIPPED)).toEqual({ state: 'removed' });
  const release = await samplePack('matroids', 2);
  expect(await ship(release), 'nor does the next one come').toEqual({ state: 'removed' });
  expect(await ship(release, true)).toEqual({ state: 'ready' });
  expect(await corpus().status()).not.toHaveProperty('removed');
  expect(await idsFor('matroids')).toHaveLength(40);
});

test('every stored part is checked against the hash it was shipped with', async () => {
  await add([zipOf(NEWER)]);
  const seen: [number, number][] = [];
  const progress = (done: number, total: number) => seen.push([done, total]);
  expect(await verify(NEWER.manifest.id, { progress })).toEqual({ state: 'whole', parts: 4 });
  expect(seen).toEqual([0, 1, 2, 3].map((done) => [done, 4]));
  expect(await verify(NEWER.manifest.id, { signal: AbortSignal.abort() })).toMatchObject({
    state: 'stopped',
  });
});

test.each([
  ['a flipped bit', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte))],
  ['a byte less', (bytes: Uint8Array) => bytes.slice(1)],
  ['no block at all', () => undefined],
])('%s in a stored block is found; the pack answers no longer and comes again', async (_, damage) => {
  const [key] = await db.blocks.where(':id').startsWith(SHIPPED.manifest.id).primaryKeys();
  const bytes = await db.blocks.get(key ?? '');
  const damaged = damage(bytes ?? new Uint8Array(0));
  if (damaged) await db.blocks.put(damaged, key);
  else await db.blocks.delete(key ?? '');
  expect(await verify(SHIPPED.manifest.id)).toMatchObject({ state: 'damaged' });
  expect(await idsFor('graphs')).toEqual([]);
  expect(await ship(SHIPPED)).toEqual({ state: 'ready' });
  expect(await verify(SHIPPED.manifest.id)).toMatchObject({ state: 'whole' });
  expect(await idsFor('graphs')).toHaveLength(40);
});

test('a question that a damaged added pack cannot answer is answered by the others', async () => {
  await add([zipOf(NEWER)]);
  await db.blocks.delete(`${NEWER.manifest.id}/papers/0`);
  expect(await idsFor('number')).toHaveLength(40);
  expect(await packs()).toMatchObject([
    { state: 'importing', code: 'unreadable', done: 0 },
    { state: 'ready' },
  ]);
  expect(await corpus().status(), 'counted anew, without what the other had too').toMatchObject({
    papers: 40,
  });
});

test('a question that the packaged pack cannot answer takes nothing of one that was added', async () => {
  await add([zipOf(NEWER)]);
  await db.blocks.delete(`${SHIPPED.manifest.id}/papers/0`);
  await expect(idsFor('number')).rejects.toMatchObject({ code: 'failed' });
  expect(await packs()).toMatchObject([{ id: NEWER.manifest.id, state: 'ready' }]);
  expect(await idsFor('number')).toHaveLength(40);
  expect(await corpus().status()).toMatchObject({ papers: 40 });
});

test('one found damaged is no longer counted among the others', async () => {
  await add([zipOf(NEWER)]);
  expect(await corpus().status()).toMatchObject({ papers: 50 });
  await db.blocks.delete(`${NEWER.manifest.id}/papers/0`);
  expect(await verify(NEWER.manifest.id)).toMatchObject({ state: 'damaged' });
  expect(await corpus().status()).toMatchObject({ papers: 40 });
});

test('one that is taken away while it is checked stays away', async () => {
  await db.blocks.delete(`${SHIPPED.manifest.id}/papers/0`);
  let removing: Promise<void> | undefined;
  const progress = () => void (removing ??= removePack(db, locks, SHIPPED.manifest.id));
  expect(await verify(SHIPPED.manifest.id, { progress })).toMatchObject({ state: 'stopped' });
  await removing;
  expect(await packs()).toMatchObject([{ state: 'removed' }]);
});

test.each([
  ['is of another version', () => db.packs.update(NEWER.manifest.id, { analyser: 0 })],
  ['lost a block', () => db.blocks.where(':id').startsWith(`${NEWER.manifest.id}/header`).delete()],
])('the next release comes in beside an added pack that %s', async (_, spoil) => {
  await add([zipOf(NEWER)]);
  await spoil();
  expect(await ship(await samplePack('matroids', 2))).toEqual({ state: 'ready' });
});

test('one that was begun waits while another is added', async () => {
  await add([zipOf(NEWER)]);
  await db.packs.update(NEWER.manifest.id, { state: 'importing', nextPart: 2 });
  await add([zipOf(await samplePack('matroids', 2))]);
  expect(await db.packs.get(NEWER.manifest.id)).toMatchObject({ state: 'importing', nextPart: 2 });
});

const withoutParts = () => fileOf('pack.zip', zipSync({ 'manifest.json': manifestBytes(NEWER) }));
const otherBytes = () => {
  const files = looseFiles(NEWER);
  files[2] = fileOf('part-01.bin', NEWER.files.get('part-00.bin') ?? new Uint8Array(0));
  return files;
};
const longer = () => {
  const bytes = NEWER.files.get('part-01.bin') ?? new Uint8Array(0);
  const bomb = {
    ...NEWER,
    files: new Map(NEWER.files).set('part-01.bin', new Uint8Array(bytes.length + 9e6)),
  };
  return [zipOf(bomb)];
};
const huge = () => {
  const [part] = NEWER.manifest.parts;
  const parts = Array.from({ length: 500 }, () => ({ ...part, bytes: 5_000_000 }));
  return [
    fileOf('manifest.json', manifestBytes({ ...NEWER, manifest: { ...NEWER.manifest, parts } as never })),
  ];
};
test.each([
  ['words', () => [fileOf('notes.zip', new TextEncoder().encode('no zip at all'))], 'no-pack'],
  ['nothing', () => [fileOf('pack.zip', new Uint8Array(0))], 'no-pack'],
  ['a zip of something else', () => [fileOf('a.zip', zipSync({ 'a.txt': new Uint8Array(9) }))], 'no-pack'],
  ['a manifest that is no JSON', () => [fileOf('manifest.json', new Uint8Array([1]))], 'no-pack'],
  ['a zip cut off', () => [fileOf('a.zip', new Uint8Array(40).fill(7))], 'no-pack'],
  ['a manifest without its parts', () => [withoutParts()], 'unreadable'],
  ['other bytes than were named', otherBytes, 'truncated or bad-hash'],
  ['a part that unpacks to far more than was named', longer, 'too-large'],
  ['a dataset of more than two gigabytes', huge, 'too-large'],
])('%s is refused with a reason, and nothing else changes', async (_, files, code) => {
  const outcome = await add(files());
  expect(outcome.state).toBe('failed');
  if (outcome.state === 'failed' && !code.includes(' ')) expect(outcome.code).toBe(code);
  expect(await idsFor('graphs')).toHaveLength(40);
  expect(await corpus().status()).toMatchObject({ state: 'ready', papers: 40 });
});

test('one that has to wait for another says so, and is added then', async () => {
  const waits = vi.fn();
  const first = add(looseFiles(NEWER));
  expect(await add(looseFiles(NEWER), { waits })).toMatchObject({ state: 'there' });
  expect(await first).toMatchObject({ state: 'added' });
  expect(waits).toHaveBeenCalledOnce();
});
