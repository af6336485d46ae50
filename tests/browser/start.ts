/** Gloss in a browser, to be tried: `npm start`, with `-- --offline` and `-- --browser firefox`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { platform } from 'node:process';
import { parseArgs } from 'node:util';
import { build, buildFolder } from './build';
import { ROOT } from './command';
import { demo } from './demo';
import type { BrowserKind, FoundBrowser } from './find';
import { requireOneBrowser } from './install';
import { launch } from './session';

const SAMPLE = 'https://arxiv.org/abs/2210.02414';

const { values } = parseArgs({
  options: { offline: { type: 'boolean', default: false }, browser: { type: 'string' } },
});
const found = requireOneBrowser(kindsFor(values.browser));
if (values.offline || !hasDisplay()) await demo(found);
else await tryOut(found);

/** Ends when the reader closes the browser, or presses Ctrl+C here. */
async function tryOut(browserFound: FoundBrowser): Promise<void> {
  const { kind } = browserFound;
  const { status, output } = await build(kind, 'production');
  if (status !== 0) throw new Error(output);
  // Kept, so that lists made in one try are there in the next.
  const profile = join(ROOT, '.cache', 'profile', kind);
  mkdirSync(profile, { recursive: true });
  const extension = buildFolder(kind, 'production');
  const browser = await launch(browserFound, { extension, profile, headless: false, arxivPort: null });
  process.once('SIGINT', () => void browser.close());
  console.log(`Gloss runs in ${browser.version}. Close the browser, or press Ctrl+C, to end.`);
  // Without a network the page does not load; the reader sees that there.
  await browser.open(SAMPLE).catch((error: unknown) => console.error(String(error).split('\n')[0]));
  await browser.closed();
}

function kindsFor(name: string | undefined): BrowserKind[] {
  if (name === undefined) return ['chromium', 'firefox'];
  if (name === 'firefox') return ['firefox'];
  if (/^(chromium|chrome|edge)$/.test(name)) return ['chromium'];
  console.error(`--browser is chromium or firefox, not ${name}`);
  process.exit(1);
}

function hasDisplay(): boolean {
  if (platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
