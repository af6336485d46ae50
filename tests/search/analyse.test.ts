import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, termsOf } from '@/lib/search';
import { nameTerms } from '@/lib/search/names';

describe('analyse', () => {
  it.each<[string, string[]]>([
    ['GLM-130B', ['glm', '130b', 'glm130b']],
    ['kgTransformer', ['kg', 'transformer', 'kgtransformer']],
    ['LoRA and BERT', ['lora', 'and', 'bert']],
    ['Qwen2.5-VL', ['qwen2.5', 'vl', 'qwen2.5vl']],
    ['Theories of Boxes, analyses', ['theory', 'of', 'box', 'analyse']],
    ['class bias corpus basis', ['class', 'bia', 'corpus', 'basis']],
    ["Bell's inequality", ['bell', 'inequality']],
    ['Straße Łódź Ærø', ['strasse', 'lodz', 'aero']],
    ['$\\alpha$-stable', ['alpha', 'stable']],
    ['統計 学習', ['統計', '学習']],
  ])('%s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it('counts places by plain words, so that neighbours stand side by side', () => {
    const places = analyse('A GLM-130B model').map(({ term, at }) => [term, at]);
    expect(places).toEqual([
      ['a', 0],
      ['glm', 1],
      ['130b', 2],
      ['glm130b', 1],
      ['model', 3],
    ]);
  });

  it('gives lower-case terms of bounded length for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const bad = analyse(text).filter(({ term }) => term.length > 40 || term !== term.toLowerCase());
        expect(bad).toEqual([]);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    for (const piece of ['a-', "a'", 'aB', 'é', '1.', '\u0301']) {
      const started = performance.now();
      analyse(piece.repeat(200_000));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

describe('nameTerms', () => {
  it.each<[string, string[]]>([
    ['Jie Tang', ['jie', 'tang']],
    ['E. Witten', ['e.', 'witten']],
    ['Jean-Pierre Serre', ['jean', 'pierre', 'jeanpierre', 'serre']],
    ["Conan O'Brien", ['conan', 'o.', 'brien', 'obrien']],
    ['Paul Erdős', ['paul', 'erdos']],
    ['ATLAS Collaboration', ['atlas', 'collaboration']],
  ])('%s', (name, terms) => {
    expect(nameTerms(name)).toEqual(terms);
  });
});
