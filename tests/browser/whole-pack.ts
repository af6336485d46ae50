import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { builtExtension } from './build';
import { ROOT } from './command';
import type { BrowserKind } from './find';

/** The folder of a test build with the whole dataset in the place of the part that tests make do with. */
export function withWholePack(kind: BrowserKind): string {
  const folder = join(ROOT, '.output', `${kind}-whole`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(builtExtension(kind, 'e2e'), folder, { recursive: true });
  rmSync(join(folder, 'dataset'), { recursive: true });
  cpSync(join(ROOT, 'public/dataset'), join(folder, 'dataset'), { recursive: true });
  return folder;
}
