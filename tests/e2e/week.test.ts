import { expect, test } from 'vitest';
import { PANEL, panelHas } from '../browser/annotations';
import type { View } from '../browser/gloss-browser';
import { inEachBrowser } from './gloss';
import { clickNamed, fillIn, finds, shows, showsNot, words } from './own-views';

const GLM = 'GLM-130B: An Open Bilingual Pre-trained Model';
const LAWS = 'Scaling laws for single-agent reinforcement learning';

inEachBrowser((session) => {
  test('a week: save, write, tag, order, find, delete, and all of it is there after kill -9', async () => {
    // Monday: one paper from its page, one from a listing, one from the popup's search, a note beside it.
    const paper = await session().browser.open('/abs/2210.02414');
    await paper.click(`${PANEL.side} >>> .save`);
    await panelHas(paper, PANEL.side, '.save.saved');
    const panel = await session().browser.openSidePanel(paper);
    await clickNamed(panel, words('note_write'));
    await write(panel, '**Compare** with $\\alpha$-stable baselines');
    await shows(panel, words('note_stored'));
    await panel.close();
    const other = await session().browser.open('/abs/2301.13442');
    await other.click(`${PANEL.side} >>> .save`);
    await panelHas(other, PANEL.side, '.save.saved');

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
  });
});

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
