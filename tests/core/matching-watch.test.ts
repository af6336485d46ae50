import { expect, test } from 'vitest';
import { matcherOf } from '@/lib/core/matching-watch';
import type { Watch } from '@/lib/core/watch';

const PAPER = {
  title: 'Scaling $\\ell_1$ laws: a study of long-context retrieval',
  authors: ['Christopher D. Manning', 'José García', 'X. Liu'],
  abstract: 'We evaluate on SQuAD 2.0 and find that longer is not better.',
  comments: null,
  categories: ['cs.CL', 'math-ph'],
};
const match = (kind: Watch['kind'], text: string, paper = PAPER) =>
  matcherOf([{ kind, text }])(paper) !== undefined;

test.each([
  ['author', 'Christopher D. Manning'],
  ['author', 'Christopher Manning'],
  ['author', 'C. Manning'],
  ['author', 'jose garcia'],
  ['author', 'X. Liu'],
  ['words', 'Long-Context'],
  ['words', 'scaling'],
  ['dataset', 'SQuAD 2.0'],
  ['category', 'cs.CL'],
  ['category', 'CS'],
  ['category', 'math-ph'],
] as const)('%s %s is found', (kind, text) => expect(match(kind, text)).toBe(true));

test.each([
  ['author', 'David Manning'],
  ['author', 'Xin Liu'],
  ['author', 'Manning Christopher D.'],
  ['author', ''],
  ['words', 'context retrieval study'],
  ['words', 'scal'],
  ['words', ' '],
  ['dataset', 'SQuAD 1.1'],
  ['category', 'math'],
  ['category', 'cs.C'],
] as const)('%s %s is not', (kind, text) => expect(match(kind, text)).toBe(false));

test('the first of several that match is told', () => {
  const watches: Watch[] = [
    { kind: 'words', text: 'nothing of the kind' },
    { kind: 'author', text: 'X. Liu' },
    { kind: 'category', text: 'cs' },
  ];
  expect(matcherOf(watches)(PAPER)?.text).toBe('X. Liu');
});
