import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backupName, isBackupName, superfluousBackups } from '@/lib/exchange/backup-names';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BYTES = 100;
const NOON = Date.UTC(2026, 10, 23, 12);

const ofBytes = (name: string, bytes = BYTES) => ({ name, bytes });
const superfluousAmong = (names: readonly string[], written: string) =>
  superfluousBackups(
    names.map((name) => ofBytes(name)),
    ofBytes(written),
  );

test('a name says when and from which browser, and nothing else in a folder is taken for one', () => {
  const name = backupName(NOON, 'k3f9');
  expect(name).toBe('gloss-backup-2026-11-23T12-00-00Z-k3f9.json');
  expect(isBackupName(name, 'k3f9')).toBe(true);
  const others = [
    backupName(NOON, 'zzzz'),
    'gloss-backup-2026-11-23.json', // saved by a click
    `${name}.crswap`,
    name.replace('.json', ' (1).json'),
    'thesis.tex',
  ];
  expect(others.filter((other) => isBackupName(other, 'k3f9'))).toEqual([]);
});

test('saved every four hours for a month, the last three and one of each of ten days are kept', () => {
  let there: string[] = [];
  for (let turn = 0; turn < 6 * 30; turn += 1) {
    const written = backupName(NOON + turn * 4 * HOUR, 'k3f9');
    const superfluous = superfluousAmong([...there, written], written);
    there = [...there, written].filter((name) => !superfluous.includes(name));
  }
  const days = new Set(there.map((name) => name.slice(0, 23)));
  expect(days.size).toBe(10);
  expect(there).toHaveLength(12);
});

test('what was written just now always stays, however the clock goes, and at most thirteen are left', () => {
  const times = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(times, (hours) => {
      let there: string[] = [];
      for (const hour of hours) {
        const written = backupName(NOON + hour * HOUR, 'k3f9');
        const all = [...new Set([...there, written])];
        const superfluous = superfluousAmong(all, written);
        there = all.filter((name) => !superfluous.includes(name));
        expect(there).toContain(written);
        expect(there.length).toBeLessThanOrEqual(13);
      }
    }),
  );
});

test('a day without the browser costs no backup', () => {
  const weekly = Array.from({ length: 10 }, (_, week) => backupName(NOON + week * 7 * DAY, 'k3f9'));
  expect(superfluousAmong(weekly, weekly.at(-1) ?? '')).toEqual([]);
});

test('the largest of old ones stays where it is more than twice what was written, and goes where it is not', () => {
  const hourly = Array.from({ length: 6 }, (_, hour) => ofBytes(backupName(NOON + hour * HOUR, 'k3f9')));
  const written = ofBytes(backupName(NOON + 6 * HOUR, 'k3f9'));
  const [first, ...later] = hourly.map(({ name }) => name);
  const beside = (bytes: number) =>
    superfluousBackups([ofBytes(first ?? '', bytes), ...hourly.slice(1), written], written);
  expect(beside(2 * BYTES)).toContain(first);
  expect(beside(2 * BYTES + 1).sort()).toEqual(later.slice(0, 3));
});
