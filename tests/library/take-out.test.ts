import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { workOf } from '@/lib/core/library-copy';
import type { Library } from '@/lib/library';
import { freshLibrary, paperOf } from './fresh-library';

const WORKS = 1_150;
const idAt = (at: number) => `2303.${String(10_000 + at)}`;

async function large(): Promise<Library> {
  const { library } = await freshLibrary();
  const works = Array.from({ length: WORKS }, (_, at) => ({
    ...workOf(paperOf(idAt(at), { abstract: `Words ${at}` })),
    // Not in the order of the ids, and some at one time.
    savedAt: 1_000 + ((at * 7) % 500),
    note: at % 3 === 0 ? `Note ${at}` : '',
    tags: at % 5 === 0 ? ['fifth'] : [],
  }));
  const entries = works.map(({ paper }) => ({ id: paper.id, addedAt: 5 }));
  const lists = [
    { name: 'Back to front', createdAt: 1, entries: entries.toReversed() },
    { name: 'Empty', createdAt: 2, entries: [] },
  ];
  await library.bringIn({ works, lists, history: null }, { choice: 'mine' });
  await library.unsave([paperOf(idAt(3)).id, paperOf(idAt(700)).id]);
  return library;
}

test('a copy in slices has all that is saved, in its order, with lists, notes and tags, and nothing that was removed', async () => {
  const library = await large();
  const { works, lists } = await library.copyOf('all', { history: false });
  const all = await library.entriesOf(null);
  expect(
    works.map(({ paper, note, tags, savedAt, key, status }) => ({ paper, note, tags, savedAt, key, status })),
  ).toEqual(
    all.map(({ paper, note, tags, savedAt, key, status }) => ({ paper, note, tags, savedAt, key, status })),
  );
  const [first] = await library.lists();
  expect(lists.map(({ name }) => name)).toEqual(['Back to front', 'Empty']);
  expect(lists[0]?.entries.map(({ id }) => id)).toEqual(
    (await library.entriesOf(first?.id ?? null)).map(({ paper }) => paper.id),
  );
});

test.each([0, 3, 9, 15])(
  'a merge while it is made is wholly in a copy, or not at all (after %i turns)',
  async (turns) => {
    const library = await large();
    // The first is read long before the last.
    const [kept, gone] = [paperOf(idAt(0)).id, paperOf(idAt(WORKS - 1)).id];
    const copying = library.copyOf('all', { history: false });
    for (let turn = 0; turn < turns; turn += 1) await library.savedCount();
    await library.addTag([gone], 'only here');
    await library.mergeEntries(kept, [gone]);
    const { works } = await copying;
    const isMerged = !works.some(({ paper }) => paper.id === gone);
    const tags = works.find(({ paper }) => paper.id === kept)?.tags ?? [];
    expect(tags.includes('only here')).toBe(isMerged);
  },
);
