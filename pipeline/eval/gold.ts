import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const GOLD = fileURLToPath(new URL('../../../shared/gold/', import.meta.url));

export function hasGold(): boolean {
  return existsSync(GOLD);
}

/** The rows of a gold set, which lies beside the project and is never part of it. */
export function goldRows<T>(file: string): T[] {
  const bytes = readFileSync(GOLD + file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line) as T);
}
