import { expect, it } from 'vitest';
import { extractStated } from '@/lib/extract';
import { paperWith } from './papers';

const values = (all: readonly { value: string }[]): string[] => all.map(({ value }) => value);
const factsOf = (abstract: string) => extractStated(paperWith({ abstract }));

it.each([
  ['20 pages, v3: typos corrected', 'v3: typos corrected'],
  ['12 pages; published version', 'published version'],
  ['Final version, to appear in GAFA', 'Final version'],
  ['30 pages, references added', 'references added'],
  ['33 pages, minor changes', 'minor changes'],
  ['10 pages, no changes were made', null],
  ['v1: 30 pages, 4 figures', null],
  ['15 pages, accepted at ICML', null],
  ['The final camera-ready version may differ', null],
  ['It has more references than the final version that will only become available later', null],
  ['Accepted at X. The final version will be available online', null],
  ['A revised version of this work has been published elsewhere', null],
  ['30 pages; v2: added Theorem 5.1.10', 'v2: added Theorem 5.1.10'],
  ['A couple of sections are extended', 'sections are extended'],
])('what is new in a version: %s', (comments, expected) => {
  expect(extractStated(paperWith({ comments })).versionNote?.value ?? null).toBe(expected);
});

it.each([
  [
    'This paper has been withdrawn by the author due to a crucial error in Lemma 2.',
    'a crucial error in Lemma 2',
  ],
  ['Withdrawn', 'Withdrawn'],
  ['A part on another conjecture is withdrawn', null],
])('why a paper was withdrawn: %s', (comments, expected) => {
  expect(extractStated(paperWith({ comments })).withdrawal?.value ?? null).toBe(expected);
});

it('an abstract about withdrawals is no withdrawn paper', () => {
  expect(factsOf('The drug was withdrawn from the market due to side effects.').withdrawal).toBeNull();
});

it.each([
  ['In this paper we prove the hot spots conjecture for triangles.', ['prove the hot spots conjecture']],
  [
    'As an application we disprove a conjecture of Hibi and Ohsugi.',
    ['disprove a conjecture of Hibi and Ohsugi'],
  ],
  [
    'We answer a question raised by Auslander and Bridger.',
    ['answer a question raised by Auslander and Bridger'],
  ],
  ['This was proved by Wiles, and the modularity theorem is used here.', []],
  ['We solve the problem of cold starts.', []],
  ['We formulate a program to prove the quiet conjecture.', []],
  ['We supplement details to proofs of some of the theorems.', []],
])('what is proved: %s', (abstract, expected) => {
  expect(values(factsOf(abstract).theorems)).toEqual(expected);
});

it('telescopes and surveys are named among stars, and nowhere else', () => {
  expect(values(factsOf('We observe 20 galaxies with ALMA and JWST, using Gaia DR3.').telescopes)).toEqual([
    'ALMA',
    'JWST',
    'Gaia',
  ]);
  expect(values(factsOf('Galaxies like MWA progenitors, and the star of Gaia BH3.').telescopes)).toEqual([]);
  expect(values(factsOf('Galaxies seen at 80 MHz by the MWA.').telescopes)).toEqual(['MWA']);
  expect(factsOf('MAGIC and GAMA are methods for language models.').telescopes).toEqual([]);
});

it('experiments are named in their trade only', () => {
  expect(
    values(factsOf('A search with the ATLAS detector in 13 TeV collisions at the LHC.').experiments),
  ).toEqual(['ATLAS', 'LHC']);
  expect(factsOf('The Cherenkov Telescope Array and EPOS.LHC see hadrons.').experiments).toEqual([]);
  expect(factsOf('ATLAS is a benchmark of atlas reading.').experiments).toEqual([]);
});

it('materials are formulas with a count and names of a list', () => {
  const found = factsOf(
    'Superconductivity in La$_{2-x}$Sr$_x$CuO$_4$ and MoS$_2$ on twisted bilayer graphene, with H1 and F1 scores.',
  ).materials;
  expect(values(found)).toEqual(['La$_{2-x}$Sr$_x$CuO$_4$', 'MoS$_2$', 'twisted bilayer graphene']);
  expect(factsOf('Crystals of protein 1 (HP1), of Na2BaCo(PO4)2 and of Cs2Na(Sb, Bi)Cl6.').materials).toEqual(
    [],
  );
  expect(factsOf('The F1 and H2 scores of B2B models.').materials).toEqual([]);
});

it('organisms and cohorts', () => {
  expect(
    values(factsOf('Gene regulation in Escherichia coli and patients of the UK Biobank.').organisms),
  ).toEqual(['Escherichia coli', 'UK Biobank']);
});
