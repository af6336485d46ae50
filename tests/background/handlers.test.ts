import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { handlersOf } from '@/entrypoints/background/handlers';
import { openCorpus, type Corpus } from '@/lib/corpus';
import { bringIn } from '@/lib/dataset';
import { CorpusDb } from '@/lib/db/corpus';
import { packagedModels } from '@/pipeline/packaged-models';
import type { Handlers } from '@/lib/rpc/server';
import { DEFAULTS } from '@/lib/settings/settings';
import { english } from '../components/surface';
import { oneAtATime } from '../dataset/one-at-a-time';
import { samplePack, sourceOf } from '../dataset/sample-pack';
import { freshLibrary, idOf, MINUTE, paperOf, type Bench } from '../library/fresh-library';

const models = packagedModels();
const PACK = await samplePack('graphs', 2);
const X = idOf('2210.02414');
const PAGE = paperOf(X, { title: 'Walks again', abstract: 'Of quantization.', version: 2 });
const inPublic = { isPrivate: false };
const inPrivate = { isPrivate: true };

let bench: Bench;
let db: CorpusDb;
let corpus: Corpus;
let handlers: Handlers;
let settings = DEFAULTS;
let pending: (() => Promise<void>)[] = [];
let reported: unknown[] = [];
let datasetAsked = 0;
let badges: [tab: number, isSaved: boolean][] = [];

beforeEach(async () => {
  bench = await freshLibrary();
  db?.close();
  db = new CorpusDb();
  await db.delete();
  corpus = openCorpus(db);
  [settings, pending, reported, datasetAsked, badges] = [DEFAULTS, [], [], 0, []];
  handlers = handlersOf({
    library: bench.library,
    corpus,
    text: english,
    version: '0.0.1',
    models: () => Promise.resolve(models),
    readSettings: () => Promise.resolve(settings),
    now: () => bench.clock.now,
    afterwards: (work) => pending.push(work),
    turn: () => Promise.resolve(),
    onSaved: (tab, isSaved) => badges.push([tab, isSaved]),
    report: (error) => reported.push(error),
    onNoDataset: () => datasetAsked++,
  });
});

async function afterTheAnswer() {
  while (pending.length > 0) await pending.shift()?.();
}

const bring = () =>
  bringIn({
    db,
    source: sourceOf(PACK),
    locks: oneAtATime(),
    signal: new AbortController().signal,
    now: () => 0,
  });
const captured = async () => (await corpus.search('quantization', { limit: 5 })).hits.length;

describe('open', () => {
  test('answers related papers with what is saved of them, before it writes anything', async () => {
    await bring();
    const related = idOf('2301.00001');
    await handlers.save({ paper: paperOf(related) }, inPublic);
    await handlers.save({ paper: PAGE }, inPublic);
    const answer = await handlers.open({ paper: PAGE }, inPublic);
    expect(answer).toMatchObject({
      saved: { status: 'to-read', lists: 1 },
      standing: null,
      corpus: { state: 'ready', papers: 40, coverage: null },
    });
    expect(answer.related?.length).toBeGreaterThan(3);
    const isShown = answer.related?.some(({ id }) => id === related);
    const saved = answer.related?.filter((row) => row.saved).map(({ id }) => id);
    expect(saved).toEqual(isShown ? [related] : []);
    expect(await bench.db.visits.count()).toBe(0);
    await afterTheAnswer();
    expect(await bench.db.visits.count()).toBe(1);
    expect(await captured()).toBe(1);
  });

  test('tells of the last visit, a day later', async () => {
    await handlers.open({ paper: PAGE }, inPublic);
    await afterTheAnswer();
    bench.clock.now += 24 * 60 * MINUTE;
    const { standing } = await handlers.open({ paper: PAGE }, inPublic);
    expect(standing).toMatch(/^You read v2 · .*2026/);
  });

  test('tells of a saved paper that was replaced, published and withdrawn since, with what its authors say', async () => {
    await handlers.open({ paper: PAGE }, inPublic);
    await afterTheAnswer();
    await handlers.save({ paper: PAGE }, inPublic);
    bench.clock.now += 24 * 60 * MINUTE;
    const now = {
      ...PAGE,
      version: 3,
      versions: [...PAGE.versions, { version: 3, date: null, withdrawn: true }],
    };
    const replaced = {
      ...now,
      withdrawn: true,
      journalRef: 'Phys. Rev. D 1',
      comments: '12 pages, typos corrected',
    };
    const { standing } = await handlers.open({ paper: replaced }, inPublic);
    expect(standing).toMatch(
      /^Withdrawn since you saved it · New: Phys\. Rev\. D 1 · You read v2 \(.*\)\. Now v3\. Authors say: typos corrected$/,
    );
    await afterTheAnswer();
    bench.clock.now += 24 * 60 * MINUTE;
    expect((await handlers.open({ paper: replaced }, inPublic)).standing).toMatch(/^You read v3 /);
  });

  test('notes nothing in a private window', async () => {
    await handlers.open({ paper: PAGE }, inPrivate);
    await handlers.met({ papers: [PAGE] }, inPrivate);
    await afterTheAnswer();
    expect(await captured()).toBe(0);
    expect(await bench.db.visits.count()).toBe(0);
    expect(await bench.library.seen([X])).toEqual(new Set());
  });

  test('notes only what the settings allow', async () => {
    settings = { ...DEFAULTS, capture: false };
    await handlers.open({ paper: PAGE }, inPublic);
    await afterTheAnswer();
    expect([await captured(), await bench.db.visits.count()]).toEqual([0, 1]);
    settings = { ...DEFAULTS, history: false };
    await handlers.open({ paper: paperOf('2210.00001', { abstract: 'Of quantization.' }) }, inPublic);
    await afterTheAnswer();
    expect([await captured(), await bench.db.visits.count()]).toEqual([1, 1]);
  });

  test('asks for the dataset where there is none, and answers all the same', async () => {
    const answer = await handlers.open({ paper: PAGE }, inPublic);
    expect(answer).toMatchObject({ saved: null, related: [], corpus: { state: 'empty' } });
    expect(datasetAsked).toBe(1);
  });

  test('related papers that cannot be looked up are not told as none', async () => {
    await bring();
    corpus.related = () => Promise.reject(new Error('disk'));
    expect(await handlers.open({ paper: PAGE }, inPublic)).toMatchObject({ related: null });
    expect(reported).toHaveLength(1);
  });

  test('a broken library does not keep related papers from the page', async () => {
    await bring();
    bench.library.saved = () => Promise.reject(new Error('disk'));
    const answer = await handlers.open({ paper: PAGE }, inPublic);
    expect(answer.related?.length).toBeGreaterThan(3);
    expect(answer.saved).toBeNull();
    expect(answer.standing).toBe('Your library cannot be read now');
    expect(badges).toEqual([]);
    expect(reported.length).toBeGreaterThan(0);
  });
});

test('a saved copy is refreshed when the paper is met in a listing', async () => {
  await handlers.save({ paper: PAGE }, inPublic);
  expect(
    await handlers.met({ papers: [paperOf(X, { title: 'Graphs once more', version: 3 })] }, inPublic),
  ).toBeNull();
  await afterTheAnswer();
  expect((await bench.library.entry(X))?.paper).toMatchObject({
    title: 'Graphs once more',
    abstract: 'Of quantization.',
  });
});

test('marks say of every id what is saved and seen', async () => {
  const Y = idOf('2210.00001');
  const Z = idOf('hep-th/9711200');
  await handlers.save({ paper: PAGE }, inPublic);
  await handlers.setStatus({ id: X, status: 'reading' }, inPublic);
  await bench.library.markSeen([Y]);
  expect(await handlers.marks({ ids: [X, Y, Z] }, inPublic)).toEqual({
    [X]: { saved: true, seen: false, status: 'reading' },
    [Y]: { saved: false, seen: true, status: null },
    [Z]: { saved: false, seen: false, status: null },
  });
});

test('unsaving can be undone on the library page', async () => {
  await handlers.save({ paper: PAGE }, inPublic);
  expect(await handlers.unsave({ id: X }, inPublic)).toBeNull();
  expect(await bench.library.saved([X])).toEqual(new Map());
  const [token] = await bench.db.undo.toArray();
  expect(await bench.library.undo((token?.token ?? '') as never)).toBe(true);
  expect((await bench.library.saved([X])).size).toBe(1);
});

test('saving on an HTML page keeps who wrote it as the dataset has it, not what the text has there', async () => {
  await bring();
  const id = idOf('2301.00001');
  const [known] = await corpus.summaries([id]);
  const inText = {
    authors: ['OpenAI', 'San Francisco'],
    abstract: 'From the text.',
    fromText: true as const,
  };
  await handlers.save({ paper: paperOf(id, inText) }, inPublic);
  const kept = (await bench.library.entry(id))?.paper;
  expect(kept).toMatchObject({ title: known?.title, authors: known?.authors, abstract: 'From the text.' });
  expect(kept?.fromText).toBeUndefined();
});

describe('saving a paper by its id alone', () => {
  const Y = idOf('2301.00001');

  test('takes what the dataset knows of it', async () => {
    await bring();
    expect(await handlers.saveKnown({ id: Y }, inPublic)).toMatchObject({ status: 'to-read', lists: 1 });
    expect((await bench.library.entry(Y))?.paper.title).toBe('On graphs and colourings, number 0');
  });

  test('takes the kept copy of a removed paper before that', async () => {
    await bring();
    await handlers.save({ paper: paperOf(Y, { title: 'Kept', abstract: 'Whole.' }) }, inPublic);
    await handlers.unsave({ id: Y }, inPublic);
    await handlers.saveKnown({ id: Y }, inPublic);
    expect((await bench.library.entry(Y))?.paper).toMatchObject({ title: 'Kept', abstract: 'Whole.' });
  });

  test('fails for one that nobody knows', async () => {
    await expect(handlers.saveKnown({ id: Y }, inPublic)).rejects.toMatchObject({ code: 'no-dataset' });
  });
});

test('the words of a fact are readable where the field has TeX', async () => {
  const abstract =
    'We reach a speedup of $10\\times$ over \\emph{gzip}. Code is available at https://github.com/a/b.';
  const { groups } = await handlers.readFacts({ paper: { ...PAGE, abstract } }, inPublic);
  const words = groups.flatMap(({ items }) => items.map((item) => item.words ?? item.label));
  expect(words.join(' ')).toContain('10×');
  expect(words.join(' ')).not.toMatch(/[\\$]/);
});

test('of each abstract of a listing the sentences that say what the paper does and found, in order', async () => {
  const abstract = 'Graphs are everywhere. We propose a new way to walk them. We show that it is faster.';
  const [none, found] = await handlers.keySentences({ abstracts: ['Withdrawn.', abstract] }, inPublic);
  expect(none).toEqual({ does: null, found: null });
  expect(found?.does && abstract.slice(found.does.start, found.does.end)).toBe(
    'We propose a new way to walk them.',
  );
});

describe('copying BibTeX', () => {
  const copy = (paper: typeof PAGE | null, id = X) =>
    handlers.copyText({ id, paper, format: 'bibtex' }, inPublic);

  test('of a page', async () => {
    expect((await copy(PAGE)).text).toContain('eprint = {2210.02414}');
  });

  test('of a row, from the saved copy, else from the dataset, else not at all', async () => {
    await bring();
    await handlers.save({ paper: PAGE }, inPublic);
    expect((await copy(null)).text).toContain('title = {Walks again}');
    expect((await copy(null, idOf('2301.00001'))).text).toContain('On graphs and colourings, number 0');
    await expect(copy(null, idOf('1901.00001'))).rejects.toMatchObject({ code: 'no-dataset' });
  });
});

test('the button of a tab says whether its own paper is saved, and of no other', async () => {
  const onItsPage = { isPrivate: false, tab: { id: 7, url: `https://arxiv.org/abs/${X}v2` } };
  await handlers.open({ paper: PAGE }, onItsPage);
  await handlers.save({ paper: paperOf(idOf('2301.00001')) }, onItsPage);
  await handlers.save({ paper: PAGE }, onItsPage);
  await handlers.unsave({ id: X }, onItsPage);
  expect(badges).toEqual([
    [7, false],
    [7, true],
    [7, false],
  ]);
});

test('a link is copied as Markdown that shows the title as it is', async () => {
  const paper = { ...PAGE, title: 'A [bold] *claim* on $x_1$' };
  const { text } = await handlers.copyText({ id: X, paper, format: 'markdown' }, inPublic);
  expect(text).toBe(`[A \\[bold\\] \\*claim\\* on x₁](https://arxiv.org/abs/${X})`);
});

describe('a listing', () => {
  const A = idOf('2601.00001');
  const B = idOf('2601.00002');

  test('is done to a row, told with its day, and undone', async () => {
    const { done, canUndo } = await handlers.doneTo({ listing: 'cs.CL/new', ids: [A, B] }, inPublic);
    expect(done).toEqual({ paper: B, on: expect.stringContaining('2026') as string });
    expect(canUndo).toBe(true);
    expect((await handlers.marks({ ids: [A] }, inPublic))[A]?.seen).toBe(true);
    await handlers.undoDone({ listing: 'cs.CL/new' }, inPublic);
    expect(await handlers.listing({ listing: 'cs.CL/new' }, inPublic)).toMatchObject({ done: null });
    expect((await handlers.marks({ ids: [A] }, inPublic))[A]?.seen).toBe(false);
  });

  test('says of its rows which watch they match, where they came out and whether they state code', async () => {
    settings = { ...DEFAULTS, watches: [{ kind: 'author', text: 'Ada Lovelace' }] };
    const papers = [
      paperOf(A, { comments: 'Accepted at ICML 2025. Code: https://github.com/a/b' }),
      paperOf(B, { authors: ['B. Babbage'] }),
      paperOf(X, { authors: [], abstract: 'We prove a theorem.' }),
    ];
    const notes = await handlers.rows({ papers, near: false }, inPublic);
    expect(notes[A]).toMatchObject({ watch: 'Ada Lovelace', venue: { label: 'ICML 2025' }, code: true });
    expect(notes[B]).toMatchObject({ watch: null, venue: null, code: null });
    expect(notes[X]).toMatchObject({ code: false, near: null });
  });

  test('a watched dataset is found where only what was met before names it, and is unknown where nothing does', async () => {
    settings = { ...DEFAULTS, watches: [{ kind: 'dataset', text: 'imagenet' }] };
    await corpus.capture([paperOf(A, { abstract: 'We train on ImageNet-1K.' })], 1);
    const bare = [A, B].map((id) => paperOf(id, { abstract: null }));
    const said = paperOf(X, { abstract: 'We prove a theorem.' });
    const notes = await handlers.rows({ papers: [...bare, said], near: false }, inPublic);
    expect(notes[A]?.watch).toBe('imagenet');
    expect(notes[B]).toMatchObject({ watch: null, mayMatch: true });
    expect(notes[X]).toMatchObject({ watch: null });
    expect(notes[X]).not.toHaveProperty('mayMatch');
  });
});
