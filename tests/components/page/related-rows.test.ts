import { expect, test } from 'vitest';
import { relatedRows } from '@/components/page/related-rows';
import type { PaperSummary } from '@/lib/core/paper';
import type { Reason } from '@/lib/core/related-paper';
import { idOf } from '../../library/fresh-library';
import { english } from '../surface';

const related = (id: string, paper: Partial<PaperSummary> = {}, reasons: Reason[] = []) => ({
  paper: {
    id: idOf(id),
    title: 'A title',
    authors: ['Aohan Zeng', 'Xiao Liu', 'Zhengxiao Du'],
    authorCount: 12,
    categories: ['cs.CL'],
    year: 2026,
    ...paper,
  },
  score: 1,
  reasons,
});
const rowOf = (paper: Partial<PaperSummary>, reasons: Reason[] = []) =>
  relatedRows([related('2601.90001', paper, reasons)], new Set(), english)[0];

test('TeX in titles and names is readable', () => {
  const row = rowOf({
    title: 'First of $\\mathcal{O}(n)$',
    authors: ["G\\'erard Ben Arous"],
    authorCount: 1,
  });
  expect(row).toMatchObject({ title: 'First of O(n)', byline: 'G. Arous · 2026' });
});

test('a row says who wrote it and why it is there, in three reasons at most', () => {
  const reasons: Reason[] = [
    { kind: 'term', text: 'INT4 quantization' },
    { kind: 'author', text: 'Aohan Zeng' },
    { kind: 'topic', text: 'language models' },
    { kind: 'term', text: 'left out' },
  ];
  expect(rowOf({}, reasons)).toMatchObject({
    byline: 'A. Zeng, X. Liu +10 · 2026',
    reasons: [
      'both: INT4 quantization',
      'shares Aohan Zeng',
      english('page_reason_topic', { term: 'language models' }),
    ],
  });
});

test('a collaboration keeps its name', () => {
  expect(rowOf({ authors: ['ATLAS Collaboration'], authorCount: 1 })?.byline).toBe(
    'ATLAS Collaboration · 2026',
  );
});

test('saved ones come first, each kind in the order of relatedness', () => {
  const ids = ['2601.90001', '2601.90002', '2601.90003', '2601.90004'];
  const saved = new Set([idOf('2601.90002'), idOf('2601.90004')]);
  const rows = relatedRows(
    ids.map((id) => related(id)),
    saved,
    english,
  );
  expect(rows.map(({ id }) => id)).toEqual(['2601.90002', '2601.90004', '2601.90001', '2601.90003']);
});

test('a title without end is cut', () => {
  expect(rowOf({ title: 'x'.repeat(100_000) })?.title.length).toBeLessThan(400);
});
