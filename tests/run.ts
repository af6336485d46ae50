/** Everything that is checked before a change goes in: `npm test`. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build, buildFolder, type BuildMode } from './browser/build';
import { ROOT, runTool, type Ended } from './browser/command';
import type { BrowserKind } from './browser/find';
import { requireBrowsers } from './browser/install';
import { countsOf, type Counts } from './vitest-report';

const REPORTS = join(ROOT, '.output', 'test');
const CONTENT_SCRIPTS = ['arxiv.js', 'arxiv-rows.js', 'arxiv-html.js'];
/** With every page feature in: docs/decisions/008-content-script-size.md. */
const CONTENT_SCRIPT_LIMIT = 40_000;
const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];

const total = { passed: 0, failed: 0, skipped: 0 };
const skippedNames: string[] = [];
const started = Date.now();

requireBrowsers(KINDS);
mkdirSync(REPORTS, { recursive: true });
await check('types', () => runTool('tsc', []));
await check('lint', () => runTool('eslint', ['.']));
await check('format', () => runTool('prettier', ['--check', '.']));
await check('unused code', () => runTool('knip', ['--no-progress']));
await suite('unit');
for (const mode of ['production', 'e2e'] satisfies BuildMode[])
  for (const kind of KINDS) await check(`build for ${kind}, ${mode}`, () => build(kind, mode));
for (const kind of KINDS) await check(`content script size, ${kind}`, () => contentScriptSize(kind));
await suite('e2e');

for (const name of skippedNames) console.log(`skipped: ${name}`);
console.log(`${seconds(started)} in all`);
if (total.skipped > 0) console.log(`${total.skipped} skipped, named above`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** One tool, one test: passed when it ends with status 0. Its output is shown when it does not. */
async function check(name: string, run: () => Promise<Ended>): Promise<void> {
  const start = Date.now();
  const { status, output } = await run().catch((error: unknown): Ended => ({
    status: 1,
    output: String(error),
  }));
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${name}  ${seconds(start)}`);
  if (status !== 0) console.log(output);
  total[status === 0 ? 'passed' : 'failed'] += 1;
}

async function suite(project: 'unit' | 'e2e'): Promise<void> {
  console.log(`--  ${project} tests`);
  const report = join(REPORTS, `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = await runTool('vitest', ['run', '--project', project, ...reporters], true);
  add(countsOf(report, status));
}

function add({ passed, failed, skipped }: Counts): void {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped.length;
  skippedNames.push(...skipped);
}

async function contentScriptSize(kind: BrowserKind): Promise<Ended> {
  const folder = join(buildFolder(kind, 'production'), 'content-scripts');
  // No page has both.
  const size = Math.max(...CONTENT_SCRIPTS.map((name) => gzipSync(readFileSync(join(folder, name))).length));
  const output = `${size} bytes of gzip, ${CONTENT_SCRIPT_LIMIT} allowed`;
  console.log(`    ${output}`);
  return { status: size <= CONTENT_SCRIPT_LIMIT ? 0 : 1, output };
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
