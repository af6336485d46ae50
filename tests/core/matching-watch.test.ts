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
  typeof matcherOf([{ kind, text }])(paper) === 'object';

test.each([
  ['author', 'Christopher D. Manning'],
  ['author', 'Christopher Manning'],
  ['author', 'C. Manning'],
  ['author', 'jose garcia'],
  ['author', 'X. Liu'],
  ['words', 'Long-Context'],
  ['words', 'scaling'],
  ['dataset', 'SQuAD 2.0'],
  ['dataset', 'squad'],
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
  expect(matcherOf(watches)(PAPER)).toEqual({ watch: watches[1] });
});

test.each([
  ['CIFAR10', 'on CIFAR-10 and others'],
  ['CIFAR-10', 'on cifar 10.'],
  ['COCO', 'MS-COCO is used'],
  ['MS COCO', 'trained on COCO 2017'],
  ['LIBERO', 'on LIBERO-100'],
  ['RefCOCO+', 'RefCOCO+, RefCOCOg'],
  ['ImageNet', 'ImageNet-1K'],
])('the dataset %s is found in “%s”', (name, abstract) =>
  expect(match('dataset', name, { ...PAPER, abstract })).toBe(true),
);

test.each([
  ['CIFAR-10', 'on CIFAR-100'],
  ['MNIST', 'on Fashion-MNIST'],
  ['ImageNet', 'ImageNet-pretrained weights'],
  ['GLUE', 'SuperGLUE'],
  ['++', 'C++'],
  ['Opportunity', 'this is an opportunity'],
])('the dataset %s is not found in “%s”', (name, abstract) =>
  expect(
    matcherOf([{ kind: 'dataset', text: name }], (one) => one === 'Opportunity')({ ...PAPER, abstract }),
  ).toBe('none'),
);

test('a dataset that is known to be named is found where the page says nothing of it', () => {
  const bare = { ...PAPER, abstract: null };
  const watch: Watch = { kind: 'dataset', text: 'imagenet' };
  expect(matcherOf([watch])({ ...bare, datasets: ['MNIST', 'ImageNet-1K'] })).toEqual({ watch });
  expect(matcherOf([watch])({ ...bare, datasets: ['Tiny-ImageNet'] })).toBe('unknown');
});

test.each<[string, Watch['kind'], Partial<Parameters<ReturnType<typeof matcherOf>>[0]>, string]>([
  ['words may stand in an abstract that is not there', 'words', { abstract: null }, 'unknown'],
  ['a dataset may too', 'dataset', { abstract: null }, 'unknown'],
  ['an author is not looked for there', 'author', { abstract: null }, 'none'],
  ['an author may be among those left out', 'author', { hasMoreAuthors: true }, 'unknown'],
  ['a category may be one that is not said', 'category', { categories: [] }, 'unknown'],
  ['what is wholly known and does not match', 'words', {}, 'none'],
])('%s', (_name, kind, values, told) =>
  expect(matcherOf([{ kind, text: 'nobody nowhere' }])({ ...PAPER, ...values })).toBe(told),
);
