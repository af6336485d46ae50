import { describe, expect, it } from 'vitest';
import { search } from '@/lib/search';
import { stemOf } from '@/lib/search/forms';
import { otherSpelling } from '@/lib/search/other-spelling';
import { paperOf, segmentOf } from './papers';

const found = async (titles: Readonly<Record<string, string>>, query: string): Promise<string[]> => {
  const papers = Object.entries(titles).map(([id, title]) => paperOf(id, { title }));
  const { hits } = await search([await segmentOf(papers)], query, { limit: 10 });
  return hits.map(({ paper }) => paper.id);
};

describe('forms of a word', () => {
  it.each([
    ['travelling', 'traveler'],
    ['localization', 'localized'],
    ['backdooring', 'backdoor'],
    ['simulation', 'simulate'],
    ['linearisation', 'linear'],
  ])('begin alike: %s, %s', (word, other) => {
    expect(stemOf(word)).toBe(stemOf(other));
  });

  it.each(['uses', 'ising', 'red', 'best'])('leaves a short word as it is: %s', (word) => {
    expect(stemOf(word)).toBe(word);
  });

  it('are found where no paper has all words as typed, after those that have them', async () => {
    const titles = {
      '2301.00001': 'Backdooring diffusion models with adapters',
      '2301.00002': 'Backdoor triggers in diffusion models',
      '2301.00003': 'Graph colouring of maps',
    };
    expect(await found(titles, 'backdoor diffusion adapter')).toEqual(['2301.00001', '2301.00002']);
  });

  it('are left alone where a paper has all words as typed', async () => {
    const titles = { '2301.00001': 'Quantum localization', '2301.00002': 'Local fields of galaxies' };
    expect(await found(titles, 'quantum localization ')).toEqual(['2301.00001']);
  });
});

describe('spelling on either side of the Atlantic', () => {
  it.each([
    ['modelling', 'modeling'],
    ['behaviour', 'behavior'],
    ['linearisation', 'linearization'],
    ['analysed', 'analyzed'],
    ['fibre', 'fiber'],
  ])('goes both ways: %s, %s', (british, american) => {
    expect(otherSpelling(british)).toBe(american);
    expect(otherSpelling(american)).toBe(british);
  });

  it.each(['noise', 'hour', 'parameter', 'theorem'])('makes no known word of %s', (word) => {
    expect([null, 'noize']).toContain(otherSpelling(word));
  });

  it('finds both, though one paper has the words as typed', async () => {
    const titles = { '2301.00001': 'Modelling credit risk', '2301.00002': 'Modeling credit risk' };
    expect(await found(titles, 'modeling credit risk ')).toEqual(['2301.00002', '2301.00001']);
  });
});

describe('initials', () => {
  it('bring up the paper whose title spells them out', async () => {
    const titles = {
      '2301.00001': 'Cold neural detectors for argon in a liquid phase',
      '2301.00002': 'Convolutional neural networks for argon in a liquid phase',
    };
    expect((await found(titles, 'cnn liquid argon '))[0]).toBe('2301.00002');
  });
});
