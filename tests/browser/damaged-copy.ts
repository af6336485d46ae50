import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension } from './build';
import type { BrowserKind } from './find';

/** A copy of the test build whose last part of the dataset has one bit turned over. The caller removes it. */
export function damagedCopy(kind: BrowserKind): string {
  const copy = mkdtempSync(join(tmpdir(), `gloss-damaged-${kind}-`));
  cpSync(builtExtension(kind, 'e2e'), copy, { recursive: true });
  const part = join(copy, lastPart(copy));
  const bytes = readFileSync(part);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(part, bytes);
  return copy;
}

function lastPart(folder: string): string {
  const files = readdirSync(join(folder, 'dataset'), { recursive: true, encoding: 'utf8' });
  const part = files
    .filter((file) => /\.(bin|part|blocks|glp)$|part/.test(file))
    .sort()
    .at(-1);
  if (part === undefined) throw new Error('the build has no dataset');
  return join('dataset', part);
}
