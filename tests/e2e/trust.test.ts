import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STEPS } from '@/lib/db/library';
import type { Library } from '@/lib/library';
import { factLine, PANEL, panelHas } from '../browser/annotations';
import type { BrowserKind } from '../browser/find';
import type { Tab } from '../browser/gloss-browser';
import { inEachBrowser } from './gloss';
import { raiseVersion } from './later-version';
import { clickNamed, fillIn, shows, showsNot, words } from './own-views';

const FIRST_STORES = STEPS[0]?.stores ?? {};
const FIRST_ROWS = JSON.parse(
  readFileSync(new URL('../db/library.v1.json', import.meta.url), 'utf8'),
) as Record<string, Json[]>;
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const OLD_LIST = 'Thesis, $\\ell_1$ & “co”';

inEachBrowser((session, kind) => {
  test('an old tab that holds the library open is named, and the library is there once it is closed', async () => {
    const holder = await holdVersionOne(await session().browser.openOwn('icons/16.png'));
    const popup = await session().browser.openOwn('popup.html');
    const library = await session().browser.openOwn('library.html');
    await shows(popup, words('library_blocked_todo'));
    await shows(library, words('library_blocked'));
    await holder.close();
    // By themselves, without being loaded again.
    await shows(library, OLD_LIST);
    await showsNot(popup, words('library_blocked_todo'));
    await popup.close();
    await library.close();
  });

  test('a library of a later version is left alone; its rows are saved, and brought in to another', async () => {
    const well = await session().browser.openOwn('library.html');
    await shows(well, OLD_LIST);
    const before = await well.run(() => document.querySelector('.lists-pane')?.textContent);
    await well.close();
    await raiseVersion(await session().browser.openOwn('icons/16.png'));
    const popup = await session().browser.openOwn('popup.html');
    await shows(popup, words('library_newer'));
    await shows(popup, words('rescue_open'));
    await popup.close();

    const library = await session().browser.openOwn('library.html');
    await shows(library, words('library_newer'));
    await clickNamed(library, words('rescue_rows_save'));
    await shows(library, ' rows.');
    await clickNamed(library, words('rescue_anew_begin'));
    await clickNamed(library, words('rescue_anew_sure'));
    await showsNot(library, words('library_newer'));
    await library.close();

    const files = await session().browser.openOwn('library.html#exchange');
    await shows(files, 'A library that could not be opened was set aside');
    await clickNamed(files, words('exchange_snapshot_open'));
    await shows(files, ' new, 0 changed, 0 the same.');
    await clickNamed(files, words('exchange_bring_in'));
    await shows(files, ' papers brought in');
    await clickNamed(files, words('popup_library'));
    await shows(files, OLD_LIST);
    expect(await files.run(() => document.querySelector('.lists-pane')?.textContent)).toBe(before);
    await files.close();
  });

  test('a library that the browser deletes under open pages is missed at once, and they go on working', async () => {
    const library = await session().browser.openOwn('library.html');
    await shows(library, OLD_LIST);
    const files = await session().browser.openOwn('library.html#exchange');
    await shows(files, 'Gloss keeps a snapshot apart from the library');
    await deleteDatabases(library, kind);
    await shows(library, words('exchange_lost'));
    await fillIn(library, words('library_new_list'), 'After the loss');
    await shows(library, 'After the loss');
    await clickNamed(files, words('exchange_snapshot_open'));
    await clickNamed(files, words('exchange_bring_in'));
    await shows(files, ' papers brought in');
    await shows(library, OLD_LIST);
    await showsNot(library, words('exchange_lost'));
    await shows(library, 'After the loss');
    await library.close();
    await files.close();
  });

  test('in a private window nothing is noted but what is saved on purpose', async () => {
    const paper = await session().browser.openPrivate('/abs/2301.13442');
    await paper.click(`${PANEL.side} >>> .save`);
    await panelHas(paper, PANEL.side, '.save.saved');
    await paper.close();
    const library = await session().browser.openOwn('library.html');
    await shows(library, 'Scaling laws for single-agent reinforcement learning');
    const noted = await library.run(async () => {
      const kept = Reflect.get(window, 'glossLibrary') as Library;
      const visits = await kept.recentVisits(100);
      return visits.filter(({ id }) => String(id) === '2301.13442').length;
    });
    expect(noted).toBe(0);
    await library.close();
  });

  test('what was deleted while the clock was a year behind can be brought back once it is right', async () => {
    const library = await session().browser.openOwn('library.html');
    await shows(library, OLD_LIST);
    const title = await library.run(async (behind) => {
      const kept = Reflect.get(window, 'glossLibrary') as Library;
      const right = Date.now;
      Date.now = () => right() - behind;
      const [newest] = await kept.newest(1);
      if (newest) await kept.unsave(newest.paper.id);
      Date.now = right;
      // As at the next start of the browser, and the one after.
      await kept.purge();
      await kept.purge();
      return newest?.paper.title ?? '';
    }, YEAR_MS);
    await clickNamed(library, words('library_deleted'));
    await shows(library, title);
    await clickNamed(library, words('deleted_restore'));
    await library.until(async (wanted) => {
      const kept = Reflect.get(window, 'glossLibrary') as Library;
      return (await kept.newest(1)).some(({ paper }) => paper.title === wanted);
    }, title);
    await library.close();
  });

  test.runIf(kind === 'firefox')(
    'a browser that never remembers history: the page says what it states, our own that nothing is kept',
    async () => {
      await session().browser.neverRemember();
      await session().restart();
      const paper = await session().browser.openPrivate('/abs/2211.16776');
      expect(await factLine(paper)).toContain('Code');
      for (const path of ['library.html', 'popup.html']) {
        const own = await session().browser.openOwn(path);
        await shows(own, words('dataset_refused'));
        await shows(own, words('dataset_refused_todo'));
        await own.close();
      }
      expect(await factLine(paper)).toContain('Code');
      await paper.close();
    },
  );
});

/** As the browser does when it makes room or is told to clear the extension's data; Firefox by a page, as it has no command. */
async function deleteDatabases(page: Tab, kind: BrowserKind): Promise<void> {
  if (kind === 'firefox')
    await page.run(async () => {
      const gone = indexedDB.deleteDatabase('library');
      await new Promise<void>((resolve) => (gone.onsuccess = () => resolve()));
    });
  else {
    const client = await page.page.createCDPSession();
    const origin = new URL(page.page.url()).origin;
    await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  }
}

/** A page without anything of ours, which has a library of the first version open and does not let go. */
async function holdVersionOne(page: Tab): Promise<Tab> {
  // Again where another context came between.
  await page.until(
    async (stores, rows) => {
      indexedDB.deleteDatabase('library');
      // At once behind it, so that no one need come between.
      const request = indexedDB.open('library', 10);
      request.onupgradeneeded = () => {
        const pathOf = (text: string) => (text.startsWith('[') ? text.slice(1, -1).split('+') : text);
        for (const [name, schema] of Object.entries(stores)) {
          const [key = '', ...indexes] = schema.split(', ');
          const store = request.result.createObjectStore(name, { keyPath: pathOf(key) });
          for (const index of indexes) {
            const multiEntry = index.startsWith('*');
            const path = index.replace('*', '');
            store.createIndex(path, pathOf(path), { multiEntry });
          }
          for (const row of rows[name] ?? []) store.add(row);
        }
      };
      await new Promise<void>((resolve, reject) => {
        request.onsuccess = () => resolve();
        request.onerror = () => reject(new Error('not made'));
      });
      return Reflect.set(window, 'held', request.result);
    },
    FIRST_STORES as Record<string, string>,
    FIRST_ROWS,
  );
  return page;
}
