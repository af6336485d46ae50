import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findBrowser } from './find';

const folder = mkdtempSync(join(tmpdir(), 'gloss-find-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

test('a browser named outright is the one that is used', () => {
  const path = program('my-own-build');
  expect(findBrowser('chromium', { GLOSS_CHROMIUM: path, PATH: folder })).toEqual({ kind: 'chromium', path });
});

test.runIf(process.platform === 'linux')('the first folder of PATH with a browser wins', () => {
  const path = program('firefox-esr');
  expect(findBrowser('firefox', { PATH: `${join(folder, 'nothing-here')}:${folder}` })).toEqual({
    kind: 'firefox',
    path,
  });
});

test.runIf(process.platform === 'linux')('a file that cannot be run is no browser', () => {
  const path = program('chromium');
  chmodSync(path, 0o644);
  expect(findBrowser('chromium', { PATH: folder })?.path).not.toBe(path);
});
