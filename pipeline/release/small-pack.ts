import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUNDLED = join(ROOT, 'public/dataset/manifest.json');
const FOLDER = join(ROOT, '.output/small-pack');
const CUT_FROM = join(FOLDER, 'cut-from');

/**
 * A folder with a pack cut from the bundled one, made when there is none of this bundle yet. Browser tests start
 * dozens of profiles, each of which imports the dataset; one test does so with the whole.
 */
export function smallPack(): string {
  const bundled = readFileSync(BUNDLED, 'utf8');
  if (existsSync(CUT_FROM) && readFileSync(CUT_FROM, 'utf8') === bundled) return FOLDER;
  const tsx = join(ROOT, 'node_modules/.bin/tsx');
  execFileSync(tsx, [join(ROOT, 'pipeline/gloss.ts'), 'cut', '--out', FOLDER], {
    stdio: 'inherit',
    cwd: ROOT,
  });
  writeFileSync(CUT_FROM, bundled);
  return FOLDER;
}
