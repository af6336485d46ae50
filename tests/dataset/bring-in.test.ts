import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Block } from '@/lib/core/block-source';
import { openCorpus } from '@/lib/corpus';
import { bringIn, type Outcome, type PackSource } from '@/lib/dataset';
import { CorpusDb } from '@/lib/db/corpus';
import { blocksOfPart } from '@/lib/pack';
import { encodePart } from '@/lib/pack/part';
import { sha256 } from '@/lib/pack/verify';
import { oneAtATime } from './one-at-a-time';
import { samplePack, sourceOf, type SamplePack } from './sample-pack';

const PARTS = 4;
const OLD = await samplePack('graphs', 3);
const NEW = await samplePack('lattices', PARTS);

let db: CorpusDb;
let locks: Pick<LockManager, 'request'>;
const { signal } = new AbortController();

beforeEach(async () => {
  db = new CorpusDb();
  await db.delete();
  await db.open();
  locks = oneAtATime();
});
afterEach(() => db.close());

const bring = (source: PackSource, overrides = {}): Promise<Outcome> =>
  bringIn({ db, source, locks, signal, now: () => 1_000, ...overrides });

const hitsFor = async (word: string) => (await openCorpus(db).search(word, { limit: 50 })).hits.length;
const storedBlocks = async (pack: SamplePack) =>
  db.blocks.where(':id').startsWith(`${pack.manifest.id}/`).count();
const blockCount = async (pack: SamplePack) => {
  return [...pack.files.values()].reduce((sum, bytes) => sum + blocksOfPart(bytes).length, 0);
};

/** Fails the reading of one part, once. */
function failingAt(pack: SamplePack, part: number, failure: () => Promise<Uint8Array>) {
  const read: string[] = [];
  const source = sourceOf(pack);
  const file = pack.manifest.parts[part]?.file;
  return {
    read,
    source: {
      ...source,
      readPart: (name: string, stop: AbortSignal, bytes: number) => {
        read.push(name);
        const isFirst = read.filter((other) => other === name).length === 1;
        return name === file && isFirst ? failure() : source.readPart(name, stop, bytes);
      },
    },
  };
}

test('a pack comes in whole, and is searched', async () => {
  expect(await bring(sourceOf(NEW))).toEqual({ state: 'ready' });
  expect(await hitsFor('lattices')).toBe(40);
  expect(await openCorpus(db).status()).toMatchObject({ state: 'ready', papers: 40, date: '2023-01' });
  expect(await storedBlocks(NEW)).toBe(await blockCount(NEW));
});

test('one that is there already is not read again', async () => {
  await bring(sourceOf(NEW));
  const unreadable = { ...sourceOf(NEW), readPart: () => Promise.reject(new Error('read')) };
  expect(await bring(unreadable)).toEqual({ state: 'ready' });
});

describe.each([0, 1, 2, 3])('stopped at part %i', (part) => {
  test('the old pack answers, and the next run goes on where it was', async () => {
    await bring(sourceOf(OLD));
    const { source, read } = failingAt(NEW, part, () => Promise.reject(new Error('killed')));
    expect(await bring(source)).toMatchObject({ state: 'failed', code: 'unreadable' });
    expect(await hitsFor('graphs')).toBe(40);
    expect(await hitsFor('lattices')).toBe(0);
    expect(await openCorpus(db).status()).toMatchObject({
      state: 'ready',
      code: 'unreadable',
      done: part,
      total: PARTS,
    });

    expect(await bring(source)).toEqual({ state: 'ready' });
    expect(read).toEqual(
      [0, 1, 2, 3].flatMap((index) => {
        const file = `part-0${index}.bin`;
        return index === part ? [file, file] : [file];
      }),
    );
    expect(await hitsFor('lattices')).toBe(40);
    expect(await hitsFor('graphs')).toBe(0);
    expect(await storedBlocks(OLD), 'nothing is left of the old one').toBe(0);
    expect(await openCorpus(db).status()).toMatchObject({ state: 'ready' });
    expect(await openCorpus(db).status()).not.toHaveProperty('code');
  });

  test('bytes that are not the ones named are refused', async () => {
    await bring(sourceOf(OLD));
    const bytes = NEW.files.get(`part-0${part}.bin`)?.slice() ?? new Uint8Array();
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    const { source } = failingAt(NEW, part, () => Promise.resolve(bytes));
    expect(await bring(source)).toEqual({ state: 'failed', code: 'bad-hash', retryMinutes: 1 });
    expect(await hitsFor('graphs')).toBe(40);
    expect(await bring(source)).toEqual({ state: 'ready' });
  });

  test('a full disk is told, and what was stored is kept for the next try', async () => {
    await bring(sourceOf(OLD));
    let isFull = true;
    const put = db.blocks.bulkPut.bind(db.blocks);
    let stored = 0;
    db.blocks.bulkPut = ((...args: Parameters<typeof put>) => {
      if (isFull && stored++ === part) throw Object.assign(new Error(''), { name: 'QuotaExceededError' });
      return put(...args);
    }) as typeof db.blocks.bulkPut;
    expect(await bring(sourceOf(NEW))).toMatchObject({ state: 'failed', code: 'quota' });
    expect(await hitsFor('graphs')).toBe(40);
    isFull = false;
    expect(await bring(sourceOf(NEW))).toEqual({ state: 'ready' });
    expect(await hitsFor('lattices')).toBe(40);
  });

  test('a worker killed right after storing it loses nothing', async () => {
    await bring(sourceOf(OLD));
    const { source } = failingAt(NEW, part, async () => {
      db.close(); // nothing after this reaches the database, as when the process is gone
      return Promise.reject(new Error('killed'));
    });
    await bring(source);
    const after = new CorpusDb();
    const outcome = await bringIn({ db: after, source: sourceOf(NEW), locks, signal, now: () => 0 });
    expect(outcome).toEqual({ state: 'ready' });
    expect((await openCorpus(after).search('lattices', { limit: 50 })).hits).toHaveLength(40);
    after.close();
  });
});

test('the caller may stop it; it then goes on', async () => {
  const controller = new AbortController();
  const { source } = failingAt(NEW, 2, () => {
    controller.abort();
    return Promise.resolve(NEW.files.get('part-02.bin') ?? new Uint8Array());
  });
  expect(await bring(source, { signal: controller.signal })).toMatchObject({ code: 'stopped' });
  expect(await openCorpus(db).status()).toMatchObject({ done: 2, total: PARTS });
  expect(await bring(source)).toEqual({ state: 'ready' });
});

test('a failure noted beside the pack that is ready is forgotten once that pack is found whole', async () => {
  await bring(sourceOf(NEW));
  await bring({ ...sourceOf(NEW), readManifest: () => Promise.reject(new Error('404')) });
  expect(await openCorpus(db).status()).toMatchObject({ state: 'ready', code: 'unreadable' });
  expect(await bring(sourceOf(NEW))).toEqual({ state: 'ready' });
  expect(await openCorpus(db).status()).not.toHaveProperty('code');
  expect(await hitsFor('lattices')).toBe(40);
});

test('two contexts do not bring it in at once', async () => {
  const other = new CorpusDb();
  const outcomes = await Promise.all([
    bring(sourceOf(NEW)),
    bringIn({ db: other, source: sourceOf(NEW), locks, signal, now: () => 0 }),
  ]);
  expect(outcomes).toEqual([{ state: 'ready' }, { state: 'busy' }]);
  other.close();
});

test('two contexts without a common lock still store every part once and lose nothing', async () => {
  const other = new CorpusDb();
  const outcomes = await Promise.all([
    bring(sourceOf(NEW)),
    bringIn({ db: other, source: sourceOf(NEW), locks: oneAtATime(), signal, now: () => 0 }),
  ]);
  expect(outcomes).toEqual([{ state: 'ready' }, { state: 'ready' }]);
  expect(await hitsFor('lattices')).toBe(40);
  expect(await storedBlocks(NEW)).toBe(await blockCount(NEW));
  other.close();
});

test('a half-imported pack that is no longer wanted is removed by its successor', async () => {
  const { source } = failingAt(OLD, 1, () => Promise.reject(new Error('killed')));
  await bring(source);
  expect(await storedBlocks(OLD)).toBeGreaterThan(0);
  expect(await bring(sourceOf(NEW))).toEqual({ state: 'ready' });
  expect(await storedBlocks(OLD)).toBe(0);
  expect(await db.packs.count()).toBe(1);
});

test.each([
  ['no manifest', () => Promise.reject(new Error('404')), 'unreadable'],
  ['a manifest of another kind', () => Promise.resolve({ hello: 1 }), 'unreadable'],
  ['another format', () => Promise.resolve({ ...NEW.manifest, format: 999 }), 'wrong-format'],
  ['another analyser', () => Promise.resolve({ ...NEW.manifest, analyser: 999 }), 'wrong-analyser'],
])('%s is told', async (_name, readManifest, code) => {
  expect(await bring({ ...sourceOf(NEW), readManifest })).toMatchObject({ state: 'failed', code });
  expect(await openCorpus(db).status()).toMatchObject({ state: 'failed', code, papers: 0 });
  expect(await bring(sourceOf(NEW))).toEqual({ state: 'ready' });
  expect(await db.packs.count()).toBe(1);
});

/** The new pack with parts changed, and a manifest that vouches for them. */
async function vouchedFor(change: (blocks: readonly Block[]) => Block[]): Promise<SamplePack> {
  const files = new Map<string, Uint8Array>();
  const parts = [];
  for (const [file, bytes] of NEW.files) {
    const changed = encodePart(change(blocksOfPart(bytes)));
    files.set(file, changed);
    parts.push({ file, bytes: changed.length, sha256: await sha256(changed) });
  }
  return { files, manifest: { ...NEW.manifest, parts } };
}

const headerWith = (at: number, byte: number) => (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'header' ? { ...block, bytes: block.bytes.with(at, byte) } : block));

describe('refused with a code, while the old pack goes on answering:', () => {
  const manifest = (change: object) => ({
    ...sourceOf(NEW),
    readManifest: async () => ({ ...NEW.manifest, ...change }),
  });
  const partInPlaceOf = (file: string, other: string) => ({
    ...sourceOf(NEW),
    readPart: async (name: string) => NEW.files.get(name === file ? other : name) ?? new Uint8Array(),
  });
  test.each<[string, () => Promise<PackSource>, string | RegExp]>([
    ['a manifest of another format', async () => manifest({ format: 999 }), 'wrong-format'],
    ['a manifest of another analyser', async () => manifest({ analyser: 999 }), 'wrong-analyser'],
    ['a manifest without parts', async () => manifest({ parts: [] }), 'unreadable'],
    [
      'a manifest that leads out of its folder',
      async () => manifest({ parts: [{ ...NEW.manifest.parts[0], file: '../secret.bin' }] }),
      'unreadable',
    ],
    ['a part in the place of a shorter one', async () => partInPlaceOf(...byLength('shorter')), 'bad-hash'],
    ['a part in the place of a longer one', async () => partInPlaceOf(...byLength('longer')), 'unreadable'],
    ['a header of another format', async () => sourceOf(await vouchedFor(headerWith(4, 99))), 'wrong-format'],
    [
      'a header of another analyser',
      async () => sourceOf(await vouchedFor(headerWith(5, 99))),
      'wrong-analyser',
    ],
    ['a header of other papers', async () => sourceOf(await vouchedFor(headerWith(6, 41))), 'unreadable'],
    [
      'a pack without a header',
      async () => sourceOf(await vouchedFor((blocks) => blocks.filter(({ kind }) => kind !== 'header'))),
      'unreadable',
    ],
  ])('%s', async (_, source, code) => {
    await bring(sourceOf(OLD));
    expect(await bring(await source())).toMatchObject({ state: 'failed', code });
    expect(await hitsFor('graphs')).toBe(40);
    expect(await openCorpus(db).status()).toMatchObject({ state: 'ready', papers: 40, code });
  });

  /** Files of the part whose bytes are changed, and of the one that is read for it. */
  function byLength(which: 'shorter' | 'longer'): [string, string] {
    const [shortest, , , longest] = [...NEW.files].sort(([, a], [, b]) => a.length - b.length);
    if (!shortest || !longest) throw new Error('not four parts');
    return which === 'shorter' ? [shortest[0], longest[0]] : [longest[0], shortest[0]];
  }
});

test('parts may come in any order that the manifest names them in', async () => {
  const reordered = {
    files: NEW.files,
    manifest: { ...NEW.manifest, parts: NEW.manifest.parts.toReversed() },
  };
  expect(await bring(sourceOf(reordered))).toEqual({ state: 'ready' });
  expect(await hitsFor('lattices')).toBe(40);
});

test('after each failure in a row the next try comes later', async () => {
  const broken = { ...sourceOf(NEW), readPart: () => Promise.reject(new Error('no')) };
  const minutes = [];
  for (let tries = 0; tries < 7; tries++) {
    const outcome = await bring(broken);
    if (outcome.state === 'failed') minutes.push(outcome.retryMinutes);
  }
  expect(minutes).toEqual([1, 2, 5, 15, 60, 60, 60]);
});

test('a browser that refuses databases is told of', async () => {
  const { indexedDB } = Dexie.dependencies;
  Dexie.dependencies.indexedDB = refusingFactory();
  const refused = new CorpusDb();
  const outcome = await bringIn({ db: refused, source: sourceOf(NEW), locks, signal, now: () => 0 });
  expect(outcome).toEqual({ state: 'failed', code: 'refused', retryMinutes: 1 });
  expect(await openCorpus(refused).status()).toMatchObject({ state: 'failed', code: 'refused' });
  await expect(openCorpus(refused).search('x', { limit: 1 })).rejects.toMatchObject({ code: 'refused' });
  const heard = await new Promise((resolve) => openCorpus(refused).onChange(resolve));
  expect(heard).toMatchObject({ state: 'failed', code: 'refused' });
  Dexie.dependencies.indexedDB = indexedDB;
});

/** As Firefox answers when history is never remembered. */
function refusingFactory(): IDBFactory {
  const refusal = () => {
    const message = 'A mutation operation was attempted on a database that did not allow mutations.';
    const request = {
      error: new DOMException(message, 'InvalidStateError'),
      onerror: (event: unknown) => void event,
    };
    const event = { target: request, preventDefault: () => {}, stopPropagation: () => {} };
    setTimeout(() => request.onerror(event));
    return request;
  };
  return { ...indexedDB, open: refusal, cmp: indexedDB.cmp.bind(indexedDB) } as never;
}

test(
  'whatever sequence of failures, the end is the pack whole and nothing else',
  { timeout: 60_000 },
  async () => {
    const fault = fc.record({
      part: fc.nat(PARTS - 1),
      kind: fc.constantFrom('kill', 'flip', 'short', 'stop'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 6 }), async (faults) => {
        await Promise.all([db.packs.clear(), db.blocks.clear()]);
        await bring(sourceOf(OLD));
        for (const { part, kind } of faults) {
          const controller = new AbortController();
          const bytes = NEW.files.get(`part-0${part}.bin`) ?? new Uint8Array();
          const { source } = failingAt(NEW, part, () => {
            if (kind === 'kill') return Promise.reject(new Error('killed'));
            if (kind === 'stop') controller.abort();
            return Promise.resolve(
              kind === 'flip'
                ? bytes.map((byte, at) => (at === 9 ? byte ^ 4 : byte))
                : bytes.slice(0, kind === 'short' ? 40 : undefined),
            );
          });
          await bring(source, { signal: controller.signal });
          expect((await hitsFor('graphs')) + (await hitsFor('lattices'))).toBe(40);
        }
        expect(await bring(sourceOf(NEW))).toEqual({ state: 'ready' });
        expect(await hitsFor('lattices')).toBe(40);
        expect(await db.blocks.count()).toBe(await blockCount(NEW));
      }),
      { numRuns: 25 },
    );
  },
);
