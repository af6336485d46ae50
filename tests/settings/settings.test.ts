import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULTS, MIGRATIONS, parseSettings, SETTINGS_VERSION, withChange } from '@/lib/settings/settings';

test('there is a step up from every version but the last', () => {
  const needed = Array.from({ length: SETTINGS_VERSION - 1 }, (_, index) => index + 1);
  expect(Object.keys(MIGRATIONS).map(Number)).toEqual(needed);
});

test('nothing stored gives the defaults', () => {
  expect(parseSettings(undefined)).toEqual(DEFAULTS);
});

test('what was changed is read back, and the rest is as it was', () => {
  const stored = withChange(withChange(undefined, { capture: false }), { featuresOff: ['related-papers'] });
  expect(parseSettings(stored)).toEqual({ ...DEFAULTS, capture: false, featuresOff: ['related-papers'] });
});

test('one broken part leaves the others standing', () => {
  expect(parseSettings({ version: 1, capture: 'yes', history: false, featuresOff: [1, 'x', null] })).toEqual({
    featuresOff: ['x'],
    capture: true,
    history: false,
    watches: [],
    historyDays: null,
    theme: 'system',
  });
});

test('what a newer version wrote survives a change by this one', () => {
  const newer = { version: SETTINGS_VERSION + 3, capture: false, telepathy: { on: true } };
  expect(withChange(newer, { history: false })).toEqual({
    version: SETTINGS_VERSION + 3,
    capture: false,
    history: false,
    featuresOff: [],
    watches: [],
    historyDays: null,
    theme: 'system',
    telepathy: { on: true },
  });
});

test('watches are read one by one, and what is none is left out', () => {
  const watches = [
    { kind: 'author', text: ' Bing Qin ' },
    { kind: 'spell', text: 'x' },
    { kind: 'words', text: '  ' },
    'cs.CL',
    { kind: 'category', text: 'cs.CL', extra: 1 },
  ];
  expect(parseSettings({ version: 1, watches }).watches).toEqual([
    { kind: 'author', text: 'Bing Qin' },
    { kind: 'category', text: 'cs.CL' },
  ]);
});

test.each([
  [
    { historyDays: 90, theme: 'dark' },
    { historyDays: 90, theme: 'dark' },
  ],
  [
    { historyDays: 0, theme: 'pink' },
    { historyDays: null, theme: 'system' },
  ],
  [
    { historyDays: '90', theme: 1 },
    { historyDays: null, theme: 'system' },
  ],
  [{ historyDays: 1.5 }, { historyDays: null }],
])('%j is read as %j', (stored, expected) => {
  expect(parseSettings({ version: 1, ...stored })).toMatchObject(expected);
});

test('garbage never throws, and always gives whole settings', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      expect(Object.keys(parseSettings(stored)).sort()).toEqual(Object.keys(DEFAULTS).sort());
      expect(parseSettings(withChange(stored, {}))).toEqual(parseSettings(stored));
    }),
  );
});
