import { readFileSync } from 'node:fs';
import type { View } from '../browser/gloss-browser';

type Messages = Readonly<Record<string, { message: string }>>;

const MESSAGES = JSON.parse(
  readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
) as Messages;

/** A message of the extension in English, for text without parts to fill in. */
export function words(key: string): string {
  const message = MESSAGES[key]?.message;
  if (message === undefined) throw new Error(`no message ${key}`);
  return message;
}

/** Clicks the button or link of the extension's own page that reads or is named `label`; waits for it. */
export async function clickNamed(view: View, label: string): Promise<void> {
  await view.until((wanted) => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, a, [role=option], summary')];
    const named = (control: HTMLElement) => [control.getAttribute('aria-label'), control.textContent.trim()];
    const control = controls.find((candidate) => named(candidate).includes(wanted));
    control?.click();
    return control !== undefined;
  }, label);
}

/** Waits until the page shows this text. */
export async function shows(view: View, text: string): Promise<void> {
  await view.until((wanted) => document.body.innerText.includes(wanted), text);
}

/** Waits until the page no longer shows this text. */
export async function showsNot(view: View, text: string): Promise<void> {
  await view.until((unwanted) => !document.body.innerText.includes(unwanted), text);
}

/** Puts `text` into the search box, in place of what is there. */
export async function search(popup: View, text: string): Promise<void> {
  await popup.until(() => document.activeElement?.getAttribute('role') === 'combobox');
  const isEmpty = await popup.run(() => (document.activeElement as HTMLInputElement | null)?.value === '');
  // Esc closes a popup whose box is empty.
  if (!isEmpty) await popup.press('Escape');
  await popup.type(text);
}

/** Searches for `text` until a title that starts like this is among the hits; false after 3 s without it. */
export async function finds(popup: View, text: string, title: string): Promise<boolean> {
  await search(popup, text);
  return popup.run(async (start) => {
    for (let look = 0; look < 60; look += 1) {
      const titles = [...document.querySelectorAll('[role=option] .paper-title')];
      if (titles.some((hit) => hit.textContent.startsWith(start))) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  }, title);
}

/** Puts text into the field with this label and submits its form. */
export async function fillIn(view: View, label: string, text: string): Promise<void> {
  await view.until(
    (name, value) => {
      const field = document.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`);
      if (!field) return false;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return true;
    },
    label,
    text,
  );
  await view.run((name) => {
    document.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`)?.form?.requestSubmit();
  }, label);
}

/** Puts a file into the chooser, as a reader who picked it. */
export async function chooseFile(page: View, name: string, content: string): Promise<void> {
  await page.until(() => document.querySelector('input[type=file]') !== null);
  await page.run(
    (fileName, text) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const picked = new DataTransfer();
      picked.items.add(new File([text], fileName));
      if (!input) throw new Error('no chooser');
      input.files = picked.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    content,
  );
}

/** What the file holds that a click on `button` saves. */
export async function savedFile(page: View, button: string): Promise<string> {
  await page.run(() => {
    const plain = URL.createObjectURL.bind(URL);
    Reflect.set(window, 'savedFile', null);
    URL.createObjectURL = (blob: Blob) => {
      Reflect.set(window, 'savedFile', blob);
      return plain(blob);
    };
  });
  await clickNamed(page, button);
  await page.until(() => Reflect.get(window, 'savedFile') !== null);
  return page.run(() => (Reflect.get(window, 'savedFile') as Blob).text());
}
