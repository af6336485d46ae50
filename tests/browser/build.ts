import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool, type Ended } from './command';
import type { BrowserKind } from './find';

/** `e2e` is the production build with our shadow roots open and timings marked. */
export type BuildMode = 'production' | 'e2e';

const WXT_NAME: Record<BrowserKind, string> = { chromium: 'chrome', firefox: 'firefox' };

export function buildFolder(kind: BrowserKind, mode: BuildMode): string {
  return join(ROOT, '.output', `${WXT_NAME[kind]}-mv3${mode === 'production' ? '' : `-${mode}`}`);
}

export function build(kind: BrowserKind, mode: BuildMode): Promise<Ended> {
  return runTool('wxt', ['build', '-b', WXT_NAME[kind], '--mode', mode]);
}

/** The folder of a build made before; tests do not build, so that they test what was checked. */
export function builtExtension(kind: BrowserKind, mode: BuildMode): string {
  const folder = buildFolder(kind, mode);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`Not built: npx wxt build -b ${WXT_NAME[kind]} --mode ${mode}`);
}
