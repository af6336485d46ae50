import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './browser/command';

export type Counts = { passed: number; failed: number; skipped: readonly string[] };

type Assertion = { status: string; fullName: string };
type Report = { testResults: { name: string; status: string; assertionResults: Assertion[] }[] };

/**
 * What a run of vitest came to. A file that could not be loaded counts as one failed test, and so
 * does a run that ended badly with every test passed.
 */
export function countsOf(report: string, status: number): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [] };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  for (const file of testResults) {
    const failedBefore = failed;
    for (const { status: outcome, fullName } of file.assertionResults) {
      if (outcome === 'passed') passed += 1;
      else if (outcome === 'failed') failed += 1;
      else skipped.push(`${relative(ROOT, file.name)}: ${fullName}`);
    }
    if (file.status === 'failed' && failed === failedBefore) failed += 1;
  }
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, skipped };
}
