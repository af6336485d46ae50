import { expect, test } from 'vitest';
import { changeOfSwitch, FEATURE_WORDS, switchesOf } from '@/entrypoints/library/switches';
import { features } from '@/lib/features';
import { htmlFeatures } from '@/lib/features/of-html';
import { rowFeatures } from '@/lib/features/of-rows';
import { DEFAULTS } from '@/lib/settings/settings';
import { english } from './surface';

test('every feature of arXiv’s pages has a switch, and every such switch a feature', () => {
  expect(Object.keys(FEATURE_WORDS).sort()).toEqual(
    [...new Set([...features, ...rowFeatures, ...htmlFeatures].map(({ id }) => id))].sort(),
  );
});

test('a switch shows what the settings say', () => {
  const settings = { ...DEFAULTS, featuresOff: ['side-block'], history: false };
  const on = new Map(switchesOf(english, settings).map((one) => [one.id, one.on]));
  expect([on.get('stated-facts'), on.get('side-block'), on.get('history'), on.get('capture')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('turning one leaves the others, also such as only a newer version knows', () => {
  const settings = { ...DEFAULTS, featuresOff: ['side-block', 'from-the-future'] };
  expect(changeOfSwitch('stated-facts', false, settings)).toEqual({
    featuresOff: ['side-block', 'from-the-future', 'stated-facts'],
  });
  expect(changeOfSwitch('side-block', true, settings)).toEqual({ featuresOff: ['from-the-future'] });
  expect(changeOfSwitch('*', false, settings)).toEqual({
    featuresOff: ['side-block', 'from-the-future', '*'],
  });
  expect(changeOfSwitch('history', false, settings)).toEqual({ history: false });
});
