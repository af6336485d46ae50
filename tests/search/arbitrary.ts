import fc from 'fast-check';
import { NO_FACTS, type SegmentPaper } from '@/lib/search';
import { inOrder, paperId } from './papers';

// Few words, so that papers share them; none near another, so that nothing is taken for a misspelling.
const WORDS = [
  'graph',
  'quantum',
  'speech',
  'lattice',
  'neuron',
  'policy',
  'bert',
  'zebra',
  'x1',
  'tang',
  'liu',
];
const NAMES = ['Jie Tang', 'X. Liu', 'Ana Policy', 'Q Lattice'];
const CATEGORIES = ['cs.CL', 'cs.CV', 'hep-th', 'math.AG'];

const paper: fc.Arbitrary<SegmentPaper> = fc.record({
  id: fc
    .integer({ min: 0, max: 99_999 })
    .map((number) => paperId(`${number % 2 === 0 ? '2301' : '1907'}.${String(number).padStart(5, '0')}`)),
  title: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
  authors: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
  categories: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 2 }),
  doi: fc.constant(null),
  abstract: fc.constant(null),
  keepAbstract: fc.constant(false),
  keyTerms: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 3 }),
  facts: fc.constant(NO_FACTS),
  rank: fc.integer({ min: 0, max: 3 }),
});

/** A small corpus, in the order a segment takes it. */
export const corpus: fc.Arbitrary<SegmentPaper[]> = fc
  .uniqueArray(paper, { minLength: 1, maxLength: 60, selector: ({ id }) => id })
  .map(inOrder);

export const words: fc.Arbitrary<string[]> = fc.uniqueArray(fc.constantFrom(...WORDS), {
  minLength: 1,
  maxLength: 3,
});
