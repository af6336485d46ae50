/**
 * Pictures of every surface, to be looked at: `npm run shots`, with the beginnings of surfaces' names to take only those
 * (`field`: all facts of real papers of many fields, from the pages beside the repository, and only when asked for),
 * `--browser`, `--built` to take the builds that are there, and `--style FOLDER` with arXiv's own style sheets.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Site } from '../browser/arxiv-server';
import { build, builtExtension } from '../browser/build';
import { ROOT } from '../browser/command';
import { damagedCopy } from '../browser/damaged-copy';
import { datasetReady } from '../browser/dataset';
import type { BrowserKind, FoundBrowser } from '../browser/find';
import { type GlossBrowser, isTab, type View } from '../browser/gloss-browser';
import { requireBrowsers } from '../browser/install';
import { ownPages } from '../browser/own-pages';
import { startSession } from '../browser/session';
import { sharedPages } from '../browser/shared-pages';
import { withWholePack } from '../browser/whole-pack';
import { raiseVersion } from '../e2e/later-version';
import { ARXIV_SURFACES } from './arxiv-surfaces';
import { FIELD_SURFACES } from './field-surfaces';
import { OWN_SURFACES } from './own-surfaces';
import { stockLibrary } from './sample-library';
import { serveSamples } from './sample-pages';
import { staticSite } from './static-site';
import { type Look, nameOfLook, type Stage, type Surface } from './surface';

const FOLDER = join(ROOT, '.output', 'shots');
/** Long enough for a list to draw the rows of a new width. */
const SETTLED_MS = 150;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: 'string' },
    style: { type: 'string' },
    built: { type: 'boolean', default: false },
  },
});
const kinds: BrowserKind[] =
  values.browser === 'firefox' || values.browser === 'chromium' ? [values.browser] : ['chromium', 'firefox'];
const areFields = positionals.some((part) => part.startsWith('field'));
const wanted = areFields
  ? FIELD_SURFACES.filter(({ name }) => positionals.some((part) => name.startsWith(part)))
  : [...ARXIV_SURFACES, ...OWN_SURFACES].filter(
      ({ name }) => positionals.length === 0 || positionals.some((part) => name.startsWith(part)),
    );
const sites: Site[] = [
  ...(values.style === undefined ? [] : [staticSite(values.style)]),
  areFields ? sharedPages() : ownPages(),
];
let problems = 0;

mkdirSync(FOLDER, { recursive: true });
for (const found of requireBrowsers(kinds)) {
  if (!values.built) {
    const { status, output } = await build(found.kind, 'e2e');
    if (status !== 0) throw new Error(output);
  }
  await takeStages(found, ['fresh', 'stocked', 'later'], () => builtExtension(found.kind, 'e2e'));
  // One browser each: the import is over in seconds.
  for (const { name } of wanted.filter(({ stage }) => stage === 'importing'))
    await takeStages(found, ['importing'], () => withWholePack(found.kind), name);
  await takeStages(found, ['failed'], () => damagedCopy(found.kind));
}
if (problems > 0) process.exitCode = 1;

/** The surfaces of some stages, one after the other in one browser. */
async function takeStages(
  found: FoundBrowser,
  stages: readonly Stage[],
  extensionOf: () => string,
  only?: string,
): Promise<void> {
  const shown = wanted.filter(
    ({ name, stage }) => stages.includes(stage) && (only === undefined || name === only),
  );
  if (shown.length === 0) return;
  const extension = extensionOf();
  const session = await startSession(found, extension, sites);
  serveSamples(session.server);
  try {
    if (!stages.includes('importing')) await welcomed(session.browser);
    for (const stage of stages) {
      const surfaces = shown.filter((surface) => surface.stage === stage);
      if (stage === 'fresh') await datasetReady(session.browser);
      if (stage === 'stocked' && surfaces.length > 0) await stockLibrary(session.browser);
      if (stage === 'later' && surfaces.length > 0)
        await raiseVersion(await session.browser.openOwn('icons/16.png'));
      for (const surface of surfaces) await take(surface, session);
    }
  } finally {
    await session.close();
    if (stages.includes('failed')) rmSync(extension, { recursive: true, force: true });
  }
}

/** Waits for the page of the first run: it comes in front of what is opened before it. */
async function welcomed(browser: GlossBrowser): Promise<void> {
  const page = await browser.openOwn('library.html');
  await page.until(() => {
    const views = chrome.extension.getViews({ type: 'tab' });
    return views.some(({ location }) => location.pathname === '/welcome.html');
  });
  await page.close();
}

/** Every picture of a surface. One that does not come is named, and the others are taken. */
async function take(surface: Surface, stand: Parameters<Surface['open']>[0]): Promise<void> {
  const started = Date.now();
  try {
    const view = await surface.open(stand);
    for (const look of surface.looks) {
      // Firefox's popup and sidebar have the width they have.
      if (look.width !== null && !isTab(view)) continue;
      await dress(stand.browser, view, look);
      await surface.pose?.(view);
      await settle(view);
      await view.screenshot(join(FOLDER, `${stand.browser.kind}-${nameOfLook(surface.name, look)}.png`));
    }
    await view.close();
    console.log(
      `${stand.browser.kind}  ${surface.name}  ${surface.looks.length} in ${Date.now() - started} ms`,
    );
  } catch (error) {
    problems += 1;
    console.error(`${stand.browser.kind}  ${surface.name}  FAILED`, error);
  }
}

async function dress(
  browser: GlossBrowser,
  view: View,
  { width, height, zoom, colours }: Look,
): Promise<void> {
  await browser.setColours(view, colours);
  if (width !== null && isTab(view)) await view.page.setViewport({ width, height, deviceScaleFactor: zoom });
}

/** By the clock: a page that another came in front of is given no frames. */
function settle(view: View): Promise<void> {
  return view.run((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)), SETTLED_MS);
}
