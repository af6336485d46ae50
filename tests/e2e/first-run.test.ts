import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { factLine, relatedPapers } from '../browser/annotations';
import { builtExtension } from '../browser/build';
import { damagedCopy } from '../browser/damaged-copy';
import { datasetReady, saysHowMany } from '../browser/dataset';
import type { BrowserKind } from '../browser/find';
import { inEachBrowser } from './gloss';
import { clickNamed, finds, shows, words } from './own-views';

const copies: string[] = [];
afterAll(() => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true })));

inEachBrowser(
  (session) => {
    test('the installation opens a page that says how far the import is, and then how much there is', async () => {
      const welcome = await session().browser.openOwn('welcome.html');
      const opened = await welcome.until(() => {
        const views = chrome.extension.getViews({ type: 'tab' });
        return views.filter(({ location }) => location.pathname === '/welcome.html').length === 2;
      });
      expect(opened).toBe(true);
      await welcome.until(() => document.querySelector('.welcome-status progress, .welcome-ready') !== null);
      await welcome.until(() => /\d/.test(document.querySelector('.welcome-ready')?.textContent ?? ''));
    });

    test('a page opened while the import runs shows related papers when it is over', async () => {
      const tab = await session().browser.open('/abs/2301.13442');
      expect((await relatedPapers(tab)).length).toBeGreaterThan(0);
    });
  },
  { imported: false },
);

inEachBrowser(
  (session) => {
    test('an import killed on its way goes on after the next start and comes to its end', async () => {
      const library = await session().browser.openOwn('library.html');
      await library.until(() =>
        indexedDB.databases().then((all) => all.some(({ name }) => name?.startsWith('corpus'))),
      );
      await session().restart();
      await datasetReady(session().browser);
      const popup = await session().browser.openOwn('popup.html');
      expect(await finds(popup, 'GLM-130B', 'GLM-130B')).toBe(true);
    });
  },
  { imported: false },
);

inEachBrowser(
  (session, kind) => {
    test('a damaged part is named in the popup, pages show what they state, and trying again works', async () => {
      const { browser } = session();
      const popup = await browser.openOwn('popup.html');
      await shows(popup, words('dataset_bad_hash'));
      await shows(popup, words('dataset_bad_hash_todo'));
      expect(await factLine(await browser.open('/abs/2210.02414'))).not.toEqual([]);
      repair(kind);
      await clickNamed(popup, words('dataset_retry'));
      await saysHowMany(popup);
      expect(await finds(popup, 'GLM-130B', 'GLM-130B')).toBe(true);
    });
  },
  { extension: damaged, imported: false },
);

/** A damaged copy, gone when all is over. */
function damaged(kind: BrowserKind): string {
  const copy = damagedCopy(kind);
  copies.push(copy);
  return copy;
}

function repair(kind: BrowserKind): void {
  const copy = copies.find((path) => path.includes(kind));
  if (copy === undefined) throw new Error(`no damaged copy for ${kind}`);
  cpSync(join(builtExtension(kind, 'e2e'), 'dataset'), join(copy, 'dataset'), { recursive: true });
}
