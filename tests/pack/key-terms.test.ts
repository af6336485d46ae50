import { expect, it } from 'vitest';
import { abstractTerms, coinedTerms, pickKeyTerms } from '@/lib/pack';

const ABSTRACT =
  'We present HPINet, a network for super-resolution, and train IAAD on it. Attention to attention and a mispeling.';
const counts = abstractTerms(ABSTRACT);
const pick = (having: Record<string, number>, most = 100) =>
  pickKeyTerms(counts, [...coinedTerms(ABSTRACT)], {
    papers: 100,
    having: (term) => having[term] ?? 1,
    most,
  });

it('keeps a name said once in all abstracts, and not any other word said once', () => {
  expect(pick({})).toEqual(expect.arrayContaining(['hpinet', 'iaad', 'attention']));
  expect(pick({})).not.toContain('mispeling');
  expect(pick({ mispeling: 2 })).toContain('mispeling');
});

it('puts rare words and those said again first, and keeps as many as it is told to', () => {
  const chosen = pick({ attention: 2, network: 90, train: 80, hpinet: 1, iaad: 1, present: 95 }, 3);
  expect(chosen).toHaveLength(3);
  expect(chosen).toContain('attention');
  expect(chosen).not.toContain('network');
});
