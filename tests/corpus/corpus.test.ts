import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import { openCorpus, type Corpus } from '@/lib/corpus';
import { bringIn } from '@/lib/dataset';
import { CorpusDb, dropOtherCorpora, type PartRow } from '@/lib/db/corpus';
import { encodePart, entriesOfHead, headOfPart } from '@/lib/pack/part';
import { sha256 } from '@/lib/pack/verify';
import { oneAtATime } from '../dataset/one-at-a-time';
import { samplePack, sourceOf, type SamplePack } from '../dataset/sample-pack';
import { freshLibrary, idOf, paperOf } from '../library/fresh-library';

const GRAPHS = await samplePack('graphs', 2);
const LATTICES = await samplePack('lattices', 2);
const X = idOf('2210.02414');

let db: CorpusDb;
let corpus: Corpus;
beforeEach(async () => {
  db = new CorpusDb();
  await db.delete();
  corpus = openCorpus(db);
});
afterEach(() => db.close());

const bring = (pack: SamplePack, into = db) =>
  bringIn({
    db: into,
    source: sourceOf(pack),
    locks: oneAtATime(),
    signal: new AbortController().signal,
    now: () => 0,
  });
const idsFor = async (query: string) =>
  (await corpus.search(query, { limit: 100 })).hits.map(({ paper }) => paper.id);

test('without any data every question has an empty answer', async () => {
  expect((await corpus.search('graphs', { limit: 5 })).hits).toEqual([]);
  expect(await corpus.related(paperOf(X), 5)).toEqual([]);
  expect(await corpus.summaries([X])).toEqual([undefined]);
  expect(await corpus.status()).toEqual({ state: 'empty', papers: 0, date: null, coverage: null });
});

test('what is prepared is not read again by the question that follows', async () => {
  await bring(GRAPHS);
  const asked: string[] = [];
  class ListeningDb extends CorpusDb {
    override beginReading() {
      const reading = super.beginReading();
      const ask = (key: string) => {
        asked.push(key);
        reading.ask(key);
      };
      return { ...reading, ask };
    }
  }
  const listening = new ListeningDb();
  const fresh = openCorpus(listening);
  await fresh.prepare();
  const before = asked.splice(0);
  expect(before.some((key) => key.endsWith('/vector-words/0'))).toBe(true);
  const found = await fresh.related(paperOf(X, { title: 'On graphs and matchings' }), 5);
  listening.close();
  expect(found.length).toBeGreaterThan(0);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((key) => before.includes(key))).toEqual([]);
});

test('summaries come in the order asked', async () => {
  await bring(GRAPHS);
  const [none, second] = await corpus.summaries([X, idOf('2301.00002')]);
  expect(none).toBeUndefined();
  expect(second).toMatchObject({ id: '2301.00002', title: 'On graphs and matchings, number 1' });
});

test('a context that has the old pack open finds the new one after it was replaced elsewhere', async () => {
  await bring(GRAPHS);
  expect(await idsFor('graphs')).toHaveLength(40);
  const elsewhere = new CorpusDb();
  await bring(LATTICES, elsewhere);
  elsewhere.close();
  expect(await idsFor('graphs')).toEqual([]);
  expect(await idsFor('lattices')).toHaveLength(40);
});

test('a damaged corpus fails the question it met, is dropped, and brought in again; met papers are kept', async () => {
  await bring(GRAPHS);
  await corpus.capture([paperOf(X, { title: 'Kept' })], 1);
  await db.blocks
    .where(':id')
    .startsWith(`${GRAPHS.manifest.id}/`)
    .modify(function (this: { value: Uint8Array }) {
      this.value = new Uint8Array([1, 2, 3]);
    });
  corpus = openCorpus(db);
  await expect(idsFor('graphs')).rejects.toMatchObject({ code: 'failed', cause: { name: 'PackError' } });
  expect(await corpus.status()).toMatchObject({ state: 'empty' });
  await bring(GRAPHS);
  expect(await idsFor('graphs')).toHaveLength(40);
  await corpus.capture([paperOf(idOf('2210.00001'), { title: 'Another' })], 2);
  expect(await idsFor('kept')).toEqual([X]);
});

test('a reader that chokes on what is as it was shipped costs nobody the dataset', async () => {
  await bring(GRAPHS);
  await corpus.capture([paperOf(X, { title: 'Kept' })], 1);
  const { id } = GRAPHS.manifest;
  const key = `${id}/papers/0`;
  await db.blocks.put(new Uint8Array([1, 2, 3]), key);
  for (const row of await db.parts.toArray()) await db.parts.put(await asStored(row));
  corpus = openCorpus(db);
  await expect(idsFor('graphs')).rejects.toMatchObject({ code: 'failed', cause: { name: 'PackError' } });
  await expect(idsFor('graphs')).rejects.toMatchObject({ code: 'failed' });
  expect(await corpus.status()).toMatchObject({ state: 'ready', papers: 40 });
  expect(await db.blocks.get(key)).toHaveLength(3);
  expect(await idsFor('kept')).toEqual([X]);
});

test('a damaged segment of papers met costs neither them nor the dataset', async () => {
  await bring(GRAPHS);
  await corpus.capture([paperOf(X, { title: 'Graphs kept' })], 1);
  await db.blocks.where(':id').startsWith('met-').delete();
  corpus = openCorpus(db);
  expect(await idsFor('graphs')).toHaveLength(40);
  await corpus.capture([paperOf(idOf('2210.00001'), { title: 'Another' })], 2);
  expect(await idsFor('kept')).toEqual([X]);
});

/** The part with the hash of what is stored of it, as if it had been shipped so. */
async function asStored({ pack, part, head }: PartRow): Promise<PartRow> {
  const entries = entriesOfHead(head);
  const blocks = await db.readBlocksOf(pack, entries);
  const lengths = entries.map((entry, at) => ({ ...entry, bytes: blocks[at] ?? new Uint8Array(0) }));
  const bytes = encodePart(lengths);
  return { pack, part, head: headOfPart(bytes), sha256: await sha256(bytes) };
}

test('what another version wrote is not read, nor taken for damage; met papers are written anew', async () => {
  await bring(GRAPHS);
  await corpus.capture([paperOf(X, { title: 'Met before the update' })], 1);
  await db.packs.toCollection().modify({ analyser: -1 });
  await db.layers.toCollection().modify({ analyser: -1 });
  expect(await idsFor('graphs')).toEqual([]);
  expect(await corpus.status()).toMatchObject({ state: 'empty', papers: 0 });
  expect(await db.packs.count()).toBe(1);
  await bring(LATTICES);
  await corpus.capture([paperOf('2210.00001', { title: 'Met after the update' })], 2);
  expect((await idsFor('met update')).sort()).toEqual(['2210.00001', X]);
  expect(await idsFor('lattices')).toHaveLength(40);
});

describe('a paper met on a page', () => {
  test('with only the first of its authors has more in its row too', async () => {
    await corpus.capture([paperOf(X, { authors: ['A. Zeng', 'X. Liu'], hasMoreAuthors: true })], 1);
    expect(await corpus.summaries([X])).toMatchObject([{ authors: ['A. Zeng', 'X. Liu'], authorCount: 3 }]);
  });

  test('is found by title, author, id and words of its abstract, at once', async () => {
    await corpus.capture(
      [paperOf(X, { title: 'GLM-130B', authors: ['Aohan Zeng'], abstract: 'Quantization without tears.' })],
      1,
    );
    for (const query of ['glm 130b', 'zeng', '2210.02414', 'quantization'])
      expect(await idsFor(query)).toEqual([X]);
    expect(await corpus.summaries([X])).toMatchObject([{ title: 'GLM-130B', year: 2022 }]);
  });

  test('is related to others like it', async () => {
    await bring(GRAPHS);
    const query = paperOf(X, { title: 'More on percolation', abstract: 'Graphs and their percolation.' });
    await corpus.capture(
      [paperOf('2301.09999', { title: 'Percolation of graphs', abstract: 'Percolation.' }), query],
      1,
    );
    const related = await corpus.related(query, 5);
    expect(related[0]?.paper.id).toBe('2301.09999');
    expect(related.map(({ paper }) => paper.id)).not.toContain(X);
  });

  test('that a pack has too is one paper, with what the page said last', async () => {
    await bring(GRAPHS);
    const id = idOf('2301.00003');
    await corpus.capture([paperOf(id, { title: 'On graphs, second version', version: 2 })], 1);
    const { hits } = await corpus.search('graphs', { limit: 100 });
    expect(hits.filter(({ paper }) => paper.id === id).map(({ paper }) => paper.title)).toEqual([
      'On graphs, second version',
    ]);
    expect(hits).toHaveLength(40);
  });

  test('keeps its abstract when a listing without abstracts shows it', async () => {
    await corpus.capture([paperOf(X, { abstract: 'Quantization.' })], 1);
    await corpus.capture([paperOf(X, { comments: '8 pages' })], 2);
    expect(await idsFor('quantization')).toEqual([X]);
    expect((await db.captured.get(X))?.paper).toMatchObject({
      abstract: 'Quantization.',
      comments: '8 pages',
    });
  });

  test('is found after the next visit even if the worker was killed before it was written', async () => {
    vi.spyOn(db.blocks, 'bulkPut').mockRejectedValueOnce(new Error('killed'));
    await expect(corpus.capture([paperOf(X, { title: 'Survivor' })], 1)).rejects.toThrow('killed');
    expect(await idsFor('survivor')).toEqual([]);
    await corpus.capture([paperOf(X, { title: 'Survivor' })], 2);
    expect(await idsFor('survivor')).toEqual([X]);
  });

  test('costs no write when nothing about it is new', async () => {
    await corpus.capture([paperOf(X)], 1);
    const put = vi.spyOn(db.blocks, 'bulkPut');
    await corpus.capture([paperOf(X)], 2);
    expect(put).not.toHaveBeenCalled();
    expect((await db.captured.get(X))?.at).toBe(1);
  });

  test('hostile text of 100 kB does no harm', async () => {
    const title = `${'<b>\u202e\u200b$\\'.repeat(2_000)} needle ${'a'.repeat(80_000)}`;
    await corpus.capture([paperOf(X, { title, abstract: title, authors: ['\u202e'.repeat(1_000)] })], 1);
    expect(await corpus.summaries([X])).toHaveLength(1);
  });
});

test(
  'many papers are folded into the older segment, and all are found before and after',
  { timeout: 60_000 },
  async () => {
    const met = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        paperOf(`2302.${String(from + index).padStart(5, '0')}`, { title: `Folding paper ${from + index}` }),
      );
    await corpus.capture(met(1, 100), 1);
    expect(await db.layers.toCollection().primaryKeys()).toEqual(['recent']);
    await corpus.capture(met(101, 200), 2);
    expect(await db.layers.toCollection().primaryKeys()).toEqual(['older']);
    await corpus.capture(met(301, 10), 3);
    expect(await db.layers.toCollection().primaryKeys()).toEqual(['older', 'recent']);
    expect((await corpus.search('folding', { limit: 1_000 })).hits).toHaveLength(310);
    for (const number of ['150', '250', '305']) {
      expect(await idsFor(`folding paper ${number}`)).toContain(`2302.00${number}`);
    }
    const prefixes = new Set((await db.blocks.toCollection().primaryKeys()).map((key) => key.split('/')[0]));
    expect(prefixes.size, 'nothing is left of segments that were replaced').toBe(2);
  },
);

test(
  'thousands of papers met fill segment after segment; the first are still found, and the latest say what they are',
  { timeout: 60_000 },
  async () => {
    const met = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        paperOf(`2302.${String(from + index).padStart(5, '0')}`, { title: `Folding paper ${from + index}` }),
      );
    await corpus.capture(met(1, 4_100), 1);
    await corpus.capture([paperOf('2302.00007', { title: 'Folding, second version' })], 2);
    await corpus.capture(met(4_101, 140), 3);
    expect(await db.layers.toCollection().primaryKeys()).toEqual(['older', 'older-2', 'older-3']);
    expect(await db.captured.count()).toBe(4_240);
    expect(await idsFor('folding paper 1')).toContain('2302.00001');
    const { hits, total } = await corpus.search('folding', { limit: 10, distinct: true });
    expect(hits.length).toBe(10);
    expect(total).toBe(4_240);
    expect(await corpus.summaries([idOf('2302.00007')])).toMatchObject([
      { title: 'Folding, second version' },
    ]);
  },
);

test(
  'a full disk while papers are kept, written or folded is told; what was there answers on, and the library is as it was',
  { timeout: 60_000 },
  async () => {
    const { library } = await freshLibrary();
    await library.save(paperOf('2301.00007', { title: 'Saved before' }));
    const before = await library.entriesOf(null);
    await bring(GRAPHS);
    const met = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        paperOf(`2302.${String(from + index).padStart(5, '0')}`, { title: `Folding paper ${from + index}` }),
      );
    await corpus.capture(met(1, 100), 1);
    const full = Object.assign(new Error(''), { name: 'QuotaExceededError' });
    const kept = vi.spyOn(db.captured, 'bulkPut').mockRejectedValueOnce(full);
    await expect(corpus.capture(met(101, 10), 2)).rejects.toMatchObject({ code: 'quota' });
    const written = vi.spyOn(db.blocks, 'bulkPut').mockRejectedValueOnce(full);
    await expect(corpus.capture(met(111, 10), 3)).rejects.toMatchObject({ code: 'quota' });
    written.mockRejectedValueOnce(full);
    await expect(corpus.capture(met(121, 40), 4), 'a fold').rejects.toMatchObject({ code: 'quota' });
    expect(await db.layers.toCollection().primaryKeys()).toEqual(['recent']);
    expect((await corpus.search('folding', { limit: 1_000 })).hits).toHaveLength(100);
    expect(await idsFor('graphs')).toHaveLength(40);
    expect(await library.entriesOf(null)).toEqual(before);

    for (const spy of [kept, written]) spy.mockRestore();
    await corpus.capture(met(161, 1), 5);
    expect(await db.layers.toCollection().primaryKeys()).toEqual(['older']);
    expect((await corpus.search('folding', { limit: 1_000 })).hits, 'all but the ten not kept').toHaveLength(
      151,
    );
  },
);

test('captures asked for at once happen one after the other', async () => {
  const papers = Array.from({ length: 8 }, (_, index) =>
    paperOf(`2302.0000${index}`, { title: `Racing ${index}` }),
  );
  await Promise.all(papers.map((paper) => corpus.capture([paper], 1)));
  expect(await idsFor('racing')).toHaveLength(8);
});

test('progress of an import in another connection is heard of', async () => {
  const heard: CorpusStatus[] = [];
  const stop = corpus.onChange((status) => heard.push(status));
  await expect.poll(() => heard.at(-1)?.state).toBe('empty');
  const elsewhere = new CorpusDb();
  await bring(GRAPHS, elsewhere);
  await expect.poll(() => heard.at(-1)).toMatchObject({ state: 'ready', papers: 40 });
  stop();
  elsewhere.close();
});

test('databases of other formats are dropped, and no other database is', async () => {
  const old = new CorpusDb(999);
  await old.open();
  old.close();
  await db.open();
  await dropOtherCorpora();
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).toContain('corpus-2');
  expect(names).not.toContain('corpus-999');
});
