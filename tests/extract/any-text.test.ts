import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence, Field, Stated, StatedFacts } from '@/lib/core/facts';
import { extractStated } from '@/lib/extract';
import { extractLine } from '@/lib/extract/line';
import type { StatableText } from '@/lib/extract/reading';
import { paperWith } from './papers';

/** Words facts are read from, so that made-up text comes near the rules. */
const WORDS = [
  'we',
  'our',
  'the first',
  'state-of-the-art',
  'outperforms',
  'existing',
  'methods',
  'by 5\\%',
  '2x faster',
  'code',
  'is available at',
  'https://github.com/a/b',
  'www.x.io',
  'dataset',
  'a new benchmark',
  'GPT-3 175B',
  '7B parameters',
  '(',
  ')',
  '.',
  ', ',
  '; ',
  '$',
  'Accepted at',
  'NeurIPS 2025',
  'submitted to',
  'Phys. Rev. D',
  '12 pages',
  '3 figures',
  'Convolutional Neural Network (CNN)',
  'A100',
  'ImageNet',
  '\u{1d400}',
  '\u00e9',
  '\n',
  '\u202e',
  'to appear in',
  '10+2 pages',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' ')),
);
const paper: fc.Arbitrary<StatableText> = fc.record({
  title: text,
  abstract: fc.option(text),
  comments: fc.option(text),
  journalRef: fc.option(text),
  doi: fc.option(text),
});

const FIELDS: Readonly<Record<Field, (paper: StatableText) => string | null>> = {
  title: ({ title }) => title,
  abstract: ({ abstract }) => abstract,
  comments: ({ comments }) => comments,
  'journal-ref': ({ journalRef }) => journalRef,
  doi: ({ doi }) => doi,
};

function evidenceOf(facts: StatedFacts): Evidence[] {
  const all: (Stated<unknown> | null)[] = Object.values(facts).flat();
  return all.flatMap((one) => one?.evidence ?? []);
}

describe('whatever the text', () => {
  it('every fact points at words within its field', () => {
    fc.assert(
      fc.property(paper, (given) => {
        for (const { field, start, end } of evidenceOf(extractStated(given))) {
          const words = FIELDS[field](given) ?? '';
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(words.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('what is quoted stands in the text exactly so', () => {
    fc.assert(
      fc.property(paper, (given) => {
        const facts = extractStated(given);
        const quoted = [...facts.improvements, ...facts.parameters].map(
          ({ value, evidence: [{ field, start, end }] }) => [
            value.text,
            FIELDS[field](given)
              ?.slice(start, end)
              .replace(/\s/g, ' ')
              .replace(/[\u2010-\u2015\u2212]/g, '-'),
          ],
        );
        for (const [words, there] of quoted) expect(there).toBe(words);
      }),
    );
  });

  it('a paper gives the same facts whichever was read before it', () => {
    fc.assert(
      fc.property(paper, paper, (one, other) => {
        const alone = extractStated(one);
        extractStated(other);
        expect(extractStated(one)).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  it('the line holds what the whole holds', () => {
    fc.assert(
      fc.property(paper, (given) => {
        expect(extractStated(given)).toMatchObject(extractLine(given));
      }),
      { numRuns: 100 },
    );
  });
});

/** Repeated, each of these leads a careless pattern to try every way of splitting them. */
const REPEATED = [
  'a',
  ' ',
  '(',
  '((',
  '. ',
  ', ',
  '; ',
  '1',
  '1 ',
  '12+',
  '12 pages ',
  '3 figures, ',
  '$',
  '\\',
  '-',
  'A',
  'A. ',
  'Aa ',
  'x.',
  'http',
  'http://',
  'https://a.',
  'www.',
  'github.com/',
  '.github.io',
  'a.b',
  'we ',
  'we present ',
  'the first ',
  'first ',
  'outperforms ',
  'outperform existing ',
  'state-of-the-art ',
  'better than ',
  'improves ',
  'by 5% ',
  '5%, ',
  '1.5x-2x ',
  'a new ',
  'a new large ',
  'dataset ',
  'our code ',
  'code and ',
  'is available ',
  'release ',
  'for the ',
  'in ',
  'of ',
  'GPT-',
  'GPT-3 ',
  '7B ',
  '7B-',
  'LLaMA 7B, ',
  'NVIDIA ',
  '4x RTX ',
  'accepted ',
  'accepted at ',
  'accepted for publication in ',
  'in the proceedings of ',
  'Journal of ',
  'Phys. Rev. ',
  'International Conference on ',
  'NeurIPS ',
  '2025 ',
  "'25 ",
  'IEEE ',
  'Workshop on X at ',
  'thesis University of ',
  'long form (LF) ',
  '(LF ',
  'Neural Network (',
  'or XYZ, ',
  'prove the ',
  'We prove a conjecture of A, B and ',
  'open problem crystal ',
  'La',
  'MoS$_2$ crystal',
  'Sr_{x}',
  'Gaia stars ',
  'LHC TeV ',
  'E. coli gene ',
  'v2: ',
  'v2: typos and ',
  'this paper has been withdrawn ',
  'minor changes ',
  '\n',
  '\u{1d400}',
  '\u00e9',
];

describe('100 kB of', () => {
  it.each(REPEATED)('%j ends soon, in every field', (unit) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    const started = performance.now();
    extractStated({ title: long, abstract: long, comments: long, journalRef: long, doi: long });
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('mixed claims ends soon', () => {
    const long =
      'we present the first new large dataset that outperforms all existing methods by 5%, '.repeat(1_200);
    const started = performance.now();
    extractStated(paperWith({ abstract: long, comments: long }));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

it.each([
  ['empty', ''],
  ['one word', 'Quadrature'],
  ['markup', '<script>alert(1)</script><b onclick="x">We outperform</b>'],
  ['TeX alone', '$\\int_0^1 \\frac{x}{y} dx = \\mathcal{O}(n)$'],
  ['French', 'Nous proposons une nouvelle m\u00e9thode de quadrature.'],
])('text that states nothing gives nothing: %s', (_, words) => {
  const facts = extractStated(paperWith({ title: words, abstract: words, comments: words }));
  expect(evidenceOf(facts)).toEqual([]);
});
