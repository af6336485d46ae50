import { expect, test } from 'vitest';
import type { LibraryCopy } from '@/lib/core/library-copy';
import type { Library } from '@/lib/library';
import { PANEL, panelHas } from '../browser/annotations';
import { builtExtension } from '../browser/build';
import type { Tab, View } from '../browser/gloss-browser';
import { requireBrowsers } from '../browser/install';
import { ownPages } from '../browser/own-pages';
import { startSession } from '../browser/session';
import { seed } from '../pages/papers';
import { inEachBrowser } from './gloss';
import { chooseFile, clickNamed, fillIn, finds, savedFile, shows, showsNot, words } from './own-views';

const GLM = 'GLM-130B: An Open Bilingual Pre-trained Model';
const FOUND = seed('2211.14313');
const READ = seed('2211.16776');
const LAWS = 'Scaling laws for single-agent reinforcement learning';

inEachBrowser((session, kind) => {
  test('a week: save, write, tag, order, find, delete; all of it is there after kill -9, and on another computer', async () => {
    // The page of the first run says when there is something to search.
    const welcome = await session().browser.openOwn('welcome.html');
    await welcome.until(() => /\d/.test(document.querySelector('.welcome-ready')?.textContent ?? ''));
    await welcome.close();

    // Monday: one paper from its page, a note beside it, one from a listing.
    const paper = await session().browser.open('/abs/2210.02414');
    await paper.click(`${PANEL.side} >>> .save`);
    await panelHas(paper, PANEL.side, '.save.saved');
    const panel = await session().browser.openSidePanel(paper);
    await clickNamed(panel, words('note_write'));
    await write(panel, '**Compare** with $\\alpha$-stable baselines');
    await shows(panel, words('note_stored'));
    await panel.close();
    await saveInListing(await session().browser.open('/list/cs.CL/2022-10'), '2301.13442');

    // Tuesday: two lists, tags, another order, in the library.
    const library = await session().browser.openOwn('library.html');
    for (const name of ['Reading group', 'Thesis']) {
      await fillIn(library, words('library_new_list'), name);
      await library.until((made) => document.querySelector('.list-title')?.textContent === made, name);
    }
    await clickNamed(library, `${words('library_all_saved')}2`);
    await markBoth(library);
    await library.run(() => {
      const select = [...document.querySelectorAll('select')].find(({ options }) =>
        [...options].some(({ text }) => text === 'Thesis'),
      );
      if (!select) throw new Error('no list to add to');
      select.value = [...select.options].find(({ text }) => text === 'Thesis')?.value ?? '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await clickNamed(library, 'Thesis2');
    const before = await titlesIn(library, 2);
    await library.run(() => document.querySelector<HTMLElement>('[role=listbox]')?.focus());
    await key(library, 'ArrowDown', { altKey: true });
    await library.until(
      (first) => document.querySelector('.entry-option .paper-title')?.textContent !== first,
      before[0] ?? '',
    );
    await addTag(library, 'to cite');
    await shows(library, 'to cite');

    // Wednesday: found again by what was made of it, in the popup's one box.
    const popup = await session().browser.openOwn('popup.html');
    expect(await finds(popup, 'is:saved baselines', GLM)).toBe(true);
    expect(await finds(popup, 'tag:"to cite"', before[0]?.slice(0, 20) ?? '')).toBe(true);
    await popup.close();

    // Thursday: removed by mistake, and brought back from what was deleted.
    await clickNamed(library, `${words('library_all_saved')}2`);
    await markBoth(library);
    await key(library, 'Delete');
    await library.until(() => document.querySelectorAll('.entry-option').length === 0);
    await clickNamed(library, words('library_deleted'));
    await shows(library, GLM);
    await clickNamed(library, words('deleted_restore'));
    await showsNot(library, words('deleted_restore'));

    // Friday: the browser dies.
    await session().restart();
    const again = await session().browser.openOwn('library.html');
    await clickNamed(again, 'Thesis2');
    expect(await titlesIn(again, 2)).toEqual([...before].reverse());
    await shows(again, 'to cite');
    await again.until((title) => {
      const row = [...document.querySelectorAll<HTMLElement>('.entry-option')].find((option) =>
        option.textContent.includes(title),
      );
      row?.click();
      return document.querySelector('.note-text strong')?.textContent === 'Compare';
    }, GLM);
    await shows(again, 'α-stable');
    await shows(again, LAWS);

    // Saturday: one more from the popup's search, one from its PDF.
    const box = await session().browser.openOwn('popup.html');
    expect(await finds(box, FOUND.title, FOUND.title.slice(0, 20))).toBe(true);
    await key(box, 's', { ctrlKey: true });
    await clickNamed(again, `${words('library_all_saved')}3`);
    await shows(again, FOUND.title);
    await box.close();
    const pdf = await session().browser.open(`/pdf/${READ.id}`);
    const over = await session().browser.openPopup(pdf);
    await over.click('.tab-paper .button-main');
    await over.until(() => document.querySelector('.tab-paper .button-saved') !== null);
    await over.close();
    await clickNamed(again, `${words('library_all_saved')}4`);
    await shows(again, READ.title);

    // Sunday: another computer. The .bib brings what formats have a place for, the backup everything.
    const here = await libraryIn(again);
    expect(here.works).toHaveLength(4);
    const files = await session().browser.openOwn('library.html#exchange');
    const bib = await savedFile(files, words('exchange_save_file'));
    const backup = await savedFile(files, words('exchange_backup_save'));
    await chooseFile(files, 'refs.bib', bib);
    await shows(files, '0 new, 0 changed, 4 the same.');
    const [found] = requireBrowsers([kind]);
    if (!found) throw new Error(`no ${kind}`);
    const another = await startSession(found, builtExtension(kind, 'e2e'), [ownPages()]);
    try {
      const there = await another.browser.openOwn('library.html#exchange');
      await bringIn(there, 'backup.json', backup);
      expect(await libraryIn(there)).toEqual(here);
      await there.run(
        () => new Promise<void>((gone) => (indexedDB.deleteDatabase('library').onsuccess = () => gone())),
      );
      await bringIn(there, 'refs.bib', bib);
      expect(madeIn(await libraryIn(there))).toEqual(madeIn(here));
      expect(await savedFile(there, words('exchange_save_file'))).toBe(bib);
    } finally {
      await another.close();
    }
  });
});

/** The library as it is, apart from any database. */
async function libraryIn(page: View): Promise<LibraryCopy> {
  const text = await page.run(async () => {
    const library = Reflect.get(window, 'glossLibrary') as Library;
    return JSON.stringify(await library.copyOf('all', { history: false }));
  });
  return JSON.parse(text) as LibraryCopy;
}

/** What the reader made of each paper, as every format with a place for it carries it. */
function madeIn({ works, lists }: LibraryCopy): unknown[] {
  return works
    .map(({ paper: { id, title }, key, status, tags, note }) => {
      const inLists = lists.filter(({ entries }) => entries.some((entry) => entry.id === id));
      return { id, title, key, status, tags, note, lists: inLists.map(({ name }) => name) };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function bringIn(page: View, name: string, content: string): Promise<void> {
  await chooseFile(page, name, content);
  await shows(page, '4 new, 0 changed, 0 the same.');
  await clickNamed(page, words('exchange_bring_in'));
  await shows(page, '4 papers brought in');
}

/** Saves by the mark that stands in the paper's row. */
async function saveInListing(listing: Tab, id: string): Promise<void> {
  const press = (wanted: string, id: string) => {
    const row = document.getElementById(id)?.closest('dt');
    const host = row?.querySelector('[data-gloss]');
    const control = (host?.shadowRoot ?? host)?.querySelector<HTMLElement>(wanted);
    // Until it is known whether the paper is saved there is nothing to press.
    if (!control?.checkVisibility({ visibilityProperty: true })) return false;
    control.click();
    return true;
  };
  await listing.run((id) => document.getElementById(id)?.scrollIntoView({ block: 'center' }), id);
  await listing.until(press, '.save', id);
  await listing.until((id) => {
    const row = document.getElementById(id)?.closest('dt');
    const host = row?.querySelector('[data-gloss]');
    return Boolean((host?.shadowRoot ?? host)?.querySelector('.save.saved'));
  }, id);
  await listing.close();
}

/** Writes into the field that has the focus or is the only one of many lines, in place of what is there. */
async function write(view: View, text: string): Promise<void> {
  await view.until((words) => {
    const field = document.querySelector('textarea');
    if (field === null) return false;
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return true;
  }, text);
}

async function addTag(view: View, tag: string): Promise<void> {
  await view.run(
    (label, words) => {
      const field = document.querySelector<HTMLInputElement>(`.tags-line input[aria-label="${label}"]`);
      if (field === null) throw new Error('no field for tags');
      field.value = `${words},`;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    words('tags_add'),
    tag,
  );
}

/** Marks both saved papers, once they are what is shown. */
async function markBoth(library: View): Promise<void> {
  await library.until(
    (all) =>
      document.querySelector('.list-title')?.textContent === all &&
      document.querySelectorAll('.entry-option').length === 2,
    words('library_all_saved'),
  );
  await library.run(() => document.querySelector<HTMLElement>('[role=listbox]')?.focus());
  await key(library, 'a', { ctrlKey: true });
  await library.until(() => document.querySelector('.marked-count')?.textContent.startsWith('2'));
}

/** A key with its modifiers, where the focus is. */
async function key(
  view: View,
  name: string,
  held: { ctrlKey?: boolean; altKey?: boolean } = {},
): Promise<void> {
  await view.run(
    (pressed, ctrlKey, altKey) => {
      const event = new KeyboardEvent('keydown', {
        key: pressed,
        ctrlKey,
        altKey,
        bubbles: true,
        cancelable: true,
      });
      (document.activeElement ?? document.body).dispatchEvent(event);
    },
    name,
    held.ctrlKey ?? false,
    held.altKey ?? false,
  );
}

function titlesIn(view: View, count: number): Promise<string[]> {
  return view.until((wanted) => {
    const titles = [...document.querySelectorAll('.entry-option .paper-title')].map(
      (title) => title.textContent,
    );
    return titles.length === wanted && titles;
  }, count);
}
