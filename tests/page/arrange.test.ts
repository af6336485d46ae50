import { expect, test } from 'vitest';
import { arrange, isReplacement, sectionsOf } from '@/lib/page/arrange';
import { rowsAsParsed } from '@/lib/page/rows';
import { SEEDS } from '../pages/papers';
import { classicListPage, listPage } from '../pages/template';
import { documentOf } from './documents';

const SECTIONS = [
  { heading: 'New submissions', rows: SEEDS.slice(0, 4).map((paper) => ({ paper })) },
  { heading: 'Replacements', rows: SEEDS.slice(4, 7).map((paper) => ({ paper, note: 'replaced' })) },
];

const read = (html: string) => {
  const document = documentOf(html);
  const places = rowsAsParsed(document, 'list', () => true)(true);
  return { document, places };
};
const idsIn = (document: Document) =>
  [...document.querySelectorAll('dt a[href*="/abs/"]')].map((link) => link.getAttribute('href')?.slice(5));

test('rows of one heading are one section', () => {
  const { places } = read(listPage(SECTIONS, { name: 'x' }));
  expect(sectionsOf(places).map(({ length }) => length)).toEqual([4, 3]);
  expect(places.map(isReplacement)).toEqual([false, false, false, false, true, true, true]);
});

test('a section put into another order and back is as it was, and the other is never touched', () => {
  const { document, places } = read(listPage(SECTIONS, { name: 'x' }));
  const before = document.body.textContent;
  const [first = []] = sectionsOf(places);
  arrange([...first].reverse());
  const ids = SEEDS.map(({ id }) => id as string);
  expect(idsIn(document)).toEqual([...ids.slice(0, 4).reverse(), ...ids.slice(4, 7)]);
  for (const { first: dt, last: dd } of places) expect(dt.nextElementSibling).toBe(dd);
  arrange(first);
  expect(idsIn(document)).toEqual(ids.slice(0, 7));
  expect(document.body.textContent?.replace(/\s+/g, '')).toBe(before?.replace(/\s+/g, ''));
});

test('the markup of before 2024 is arranged too', () => {
  const { document, places } = read(classicListPage(SEEDS, 'x'));
  const [section = []] = sectionsOf(places);
  arrange([...section].reverse());
  expect(idsIn(document)).toEqual(SEEDS.map(({ id }) => id as string).reverse());
});
