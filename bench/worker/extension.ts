import { cpSync, linkSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '@/tests/browser/command';

export const CONTENDERS = { gloss: 'Gloss', sqlite: 'SQLite FTS5 (wasm)', minisearch: 'MiniSearch' };
export type ContenderName = keyof typeof CONTENDERS;

const MANIFEST = {
  manifest_version: 3,
  name: 'Search bench',
  version: '1',
  permissions: ['unlimitedStorage'],
  background: { service_worker: 'worker.js', type: 'module' },
  content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
};
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="page.js"></script>';

/** Writes an extension with one contender in its worker, and the papers that it searches; answers its folder. */
export async function benchExtension(name: ContenderName, papers: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `gloss-worker-${name}-`));
  const from = `import { contender } from '/bench/worker/${name}.ts';`;
  await bundle(
    folder,
    'worker',
    `${from} import { serve } from '/bench/worker/in-worker.ts'; serve(contender.open);`,
  );
  await bundle(folder, 'page', `${from} globalThis.prepare = contender.prepare;`);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'page.html'), PAGE);
  if (name === 'gloss') cpSync(join(ROOT, 'public/dataset'), join(folder, 'dataset'), { recursive: true });
  else linkSync(papers, join(folder, 'papers.jsonl'));
  return folder;
}

/** One file, as a worker reads fastest. */
async function bundle(folder: string, name: string, text: string): Promise<void> {
  const entry = `virtual:${name}`;
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    root: ROOT,
    base: './',
    publicDir: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: /^@\//, replacement: `${ROOT}/` },
        { find: /^\/bench\//, replacement: `${ROOT}/bench/` },
      ],
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? text : undefined),
      },
    ],
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome123',
      modulePreload: false,
      rollupOptions: {
        input: { [name]: entry },
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]', codeSplitting: false },
      },
    },
  });
}
