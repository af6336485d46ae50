import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { builtExtension } from './build';
import { ROOT } from './command';
import type { BrowserKind } from './find';

/** What no background of ours would answer, as source: each is the answer to every message of `?background=N`. */
export const GARBAGE: readonly string[] = [
  'undefined',
  'null',
  '7',
  '"x"',
  '[]',
  '{}',
  '{ ok: "yes", value: {} }',
  '{ ok: true }',
  '{ ok: true, value: null }',
  '{ ok: true, value: 7 }',
  '{ ok: true, value: "x" }',
  '{ ok: true, value: [] }',
  '{ ok: true, value: {} }',
  '{ ok: true, value: { facts: null, related: "x", corpus: null, saved: 7, standing: {}, done: 7, watches: "x" } }',
  '{ ok: false }',
];

/** Runs as the background: `never` answers nothing, `slow` as if all were well, ten seconds later. */
const SOURCE = `
  const api = globalThis.browser ?? chrome;
  const garbage = [${GARBAGE.join(', ')}];
  const opened = { saved: { status: 'to-read', lists: 1, savedAt: 1 },
    standing: null, related: [], corpus: { state: 'ready', papers: 1, date: null, coverage: null } };
  api.runtime.onMessage.addListener(({ method }, { url }, answer) => {
    const how = new URL(url).searchParams.get('background');
    if (how === 'slow') setTimeout(() => answer(method === 'open' ? { ok: true, value: opened } : { ok: false, code: 'failed' }), 10_000);
    else if (how !== 'never') answer(garbage[Number(how)]);
    return true;
  });`;

/** The folder of a test build whose background answers wrongly, late, or not at all, as the page's address asks. */
export function withFaultyBackground(kind: BrowserKind): string {
  const folder = join(ROOT, '.output', `${kind}-faulty`);
  rmSync(folder, { recursive: true, force: true });
  const isDataset = (path: string): boolean => basename(path) === 'dataset';
  cpSync(builtExtension(kind, 'e2e'), folder, { recursive: true, filter: (path) => !isDataset(path) });
  writeFileSync(join(folder, 'background.js'), SOURCE);
  return folder;
}
