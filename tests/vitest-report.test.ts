import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from './browser/command';
import { countsOf } from './vitest-report';

const folder = mkdtempSync(join(tmpdir(), 'gloss-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(
  ...files: { status: string; assertionResults: { status: string; fullName: string }[] }[]
): string {
  const path = join(folder, 'report.json');
  const testResults = files.map((file) => ({ name: join(ROOT, 'tests', 'a.test.ts'), ...file }));
  writeFileSync(path, JSON.stringify({ testResults }));
  return path;
}

test('tests are counted by what came of them, skipped ones by name', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'one' },
    { status: 'failed', fullName: 'two' },
    { status: 'skipped', fullName: 'three' },
  ];
  expect(countsOf(report({ status: 'failed', assertionResults }), 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: [`${join('tests', 'a.test.ts')}: three`],
  });
});

test('a file that cannot be loaded is a failure', () => {
  expect(countsOf(report({ status: 'failed', assertionResults: [] }), 1).failed).toBe(1);
});

test('a run that ends badly with every test passed is a failure', () => {
  const passed = { status: 'passed', assertionResults: [{ status: 'passed', fullName: 'one' }] };
  expect(countsOf(report(passed), 1).failed).toBe(1);
  expect(countsOf(report(passed), 0).failed).toBe(0);
});

test('a run that wrote no report is a failure', () => {
  expect(countsOf(join(folder, 'none.json'), 1).failed).toBe(1);
});
