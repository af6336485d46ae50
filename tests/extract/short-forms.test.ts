import { expect, test } from 'vitest';
import { shortFormsIn } from '@/lib/extract/short-forms';

const placesIn = (abstract: string): string[] =>
  shortFormsIn({ title: '', abstract, comments: null, journalRef: null, doi: null }).map(({ at }) =>
    abstract.slice(at.start - 5, at.end),
  );

test('a short form is found where it is used again', () => {
  expect(placesIn('We study a black hole (BH). The BHs grow; each BH spins.')).toHaveLength(2);
});

test('nothing is put between the delimiters of a formula', () => {
  const abstract = 'We weigh a black hole (BH) of mass $M_{BH}$ and \\(R_{BH}\\), and the BH spins.';
  expect(placesIn(abstract)).toEqual([' the BH'.slice(-7)]);
});
