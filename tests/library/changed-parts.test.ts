import { expect, test } from 'vitest';
import { freshLibrary, idOf, paperOf } from './fresh-library';
import { workOf } from '@/lib/core/library-copy';

test('the preview of a file names the parts it adds to of a work that is here', async () => {
  const { library } = await freshLibrary();
  const paper = paperOf('2301.00001', { comments: null });
  await library.save(paper);
  const work = { ...workOf({ ...paper, comments: '9 pages' }), tags: ['to cite'], note: 'Read this.' };
  const list = { name: 'Thesis', createdAt: 1, entries: [{ id: idOf('2301.00001'), addedAt: 1 }] };
  const { rows } = await library.preview({ works: [work], lists: [list], history: null });
  expect(rows[0]).toMatchObject({ state: 'changed' });
  expect(rows[0]?.changes.filter((part) => part !== 'dates').toSorted()).toEqual([
    'description',
    'lists',
    'note',
    'tags',
  ]);
});
