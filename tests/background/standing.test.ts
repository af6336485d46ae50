import { expect, test } from 'vitest';
import { standingText } from '@/entrypoints/background/standing';
import type { Paper } from '@/lib/core/paper';
import { english } from '../components/surface';
import { paperOf } from '../library/fresh-library';

const AT = Date.UTC(2026, 2, 3, 12);
const v = (...numbers: number[]) => numbers.map((version) => ({ version, date: null, withdrawn: false }));
const page = (values: Partial<Paper> = {}) =>
  paperOf('2601.00001', { version: 3, versions: v(1, 2, 3), ...values });
const told = (paper: Paper, ...rest: [visit: Parameters<typeof standingText>[1], kept?: Paper]) =>
  standingText(paper, rest[0], rest[1] ? { paper: rest[1], earlier: [] } : null, english);

test('a version read before is told with the one there is now', () => {
  expect(told(page(), { version: 1, at: AT })).toMatch(/^You read v1 \(.*2026\)\. Now v3\.$/);
  expect(told(page(), { version: 3, at: AT })).toMatch(/^You read v3 · /);
  expect(told(page(), null)).toBeNull();
});

test('what the authors say is new is told with the version that brought it', () => {
  const comments = '12 pages. v3: typos corrected, references added';
  const said = (values: Partial<Paper>, version: number) => told(page(values), { version, at: AT });
  expect(said({ comments }, 1)).toMatch(/Now v3\. Authors say: v3: typos corrected, references added$/);
  expect(said({ comments: '12 pages, typos corrected' }, 2)).toMatch(/Authors say: typos corrected$/);
  expect(told(page({ comments }), null, page({ version: 1, versions: v(1) }))).toBe(
    'v1 when you saved it, now v3. Authors say: v3: typos corrected, references added',
  );
});

test('no note is told that is of another version than the reader has missed', () => {
  const said = (values: Partial<Paper>, version: number) => told(page(values), { version, at: AT });
  expect(said({ comments: 'v2: typos corrected' }, 2)).toMatch(/Now v3\.$/);
  expect(said({ comments: 'typos corrected', version: 2 }, 1)).toMatch(/Now v3\.$/);
  expect(said({ comments: 'typos corrected' }, 3)).not.toContain('Authors say');
  expect(said({ comments: '12 pages' }, 1)).toMatch(/Now v3\.$/);
});

test('what the authors said of the version that the reader had is no news of a later one', () => {
  const comments = '12 pages, typos corrected';
  const had = page({ version: 2, versions: v(1, 2), comments });
  expect(told(page({ comments }), { version: 2, at: AT }, had)).toMatch(/Now v3\.$/);
  expect(told(page({ comments }), null, had)).toBe('v2 when you saved it, now v3');
  expect(told(page({ comments }), { version: 1, at: AT }, had)).toContain('Authors say: typos corrected');
  expect(told(page({ comments }), { version: 2, at: AT }, { ...had, comments: null })).toContain(
    'Authors say',
  );
});

test('no more is said when the page is loaded again, which has replaced what was kept', () => {
  const comments = 'typos corrected';
  const now = page({ comments });
  const earlier = [
    { until: AT - 2, values: { version: 1, comments: '12 pages' } },
    { until: AT, values: { version: 2 } },
  ];
  const standing = (version: number) =>
    standingText(now, { version, at: AT - 1 }, { paper: now, earlier }, english);
  expect(standing(2)).not.toContain('Authors say');
  expect(standing(1)).toContain('Authors say: typos corrected');
});

test('a saved paper that was replaced, withdrawn or published says so', () => {
  const kept = page({ version: 1, versions: v(1) });
  expect(told(page(), null, kept)).toBe('v1 when you saved it, now v3');
  expect(told(page({ withdrawn: true }), null, page())).toBe('Withdrawn since you saved it');
  expect(told(page({ journalRef: 'Phys. Rev. D 1' }), null, page())).toBe('New: Phys. Rev. D 1');
  expect(
    told(page({ journalRef: 'Phys. Rev. D 1' }), null, page({ journalRef: 'Phys. Rev. D 1' })),
  ).toBeNull();
});

test('what a reload has stored already is still told in the same visit, and not in the next', () => {
  const now = page({ withdrawn: true });
  const earlier = [{ until: AT, values: { withdrawn: false } }];
  const standing = (at: number) => standingText(now, { version: 3, at }, { paper: now, earlier }, english);
  expect(standing(AT - 1)).toContain('Withdrawn since');
  expect(standing(AT + 1)).not.toContain('Withdrawn since');
});

test('a paper saved from a row of results, which knew no better, has no news', () => {
  const row = page({ version: null, versions: [] });
  expect(told(page({ journalRef: 'Phys. Rev. D 1', withdrawn: true }), null, row)).toBeNull();
});

test('of a paper that is not saved, nothing but the visit is told', () => {
  expect(told(page({ withdrawn: true, journalRef: 'X' }), null)).toBeNull();
});
