import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Tab, View } from './gloss-browser';
import { evaluate, pngPath, question, sourceOf, until } from './tab';

type Opener = { origin: string; open: (address: string) => Promise<Tab> };

type Kind = 'popup' | 'sidebar';

const FOLLOWS_MS = 500;

const globalsOf = (kind: Kind) => `
  const window = browser.extension.getViews({ type: '${kind}' })[0];
  if (!window) throw new Error('the ${kind} is closed');
  const { document, performance, innerWidth, innerHeight } = window;`;

/**
 * The real popup of Firefox. It is no page to drive from outside, but every page of the extension
 * can reach its window (`extension.getViews`), so an empty one stands behind and hands tasks on,
 * with `window` and `document` those of the popup. Keys and clicks are events made in the page.
 */
export async function openFirefoxPopup(over: Tab, opener: Opener): Promise<View> {
  const behind = await opener.open(`${opener.origin}/manifest.json`);
  await over.page.bringToFront();
  await behind.page.evaluate('browser.action.openPopup()');
  return viewBehind(over, behind, 'popup', opener);
}

/** Firefox's sidebar with the panel of the extension called `id`, reached the same way. */
export async function openFirefoxSidebar(over: Tab, id: string, opener: Opener): Promise<View> {
  const behind = await opener.open(`${opener.origin}/manifest.json`);
  const chrome = await opener.open('about:config');
  await chrome.run(showSidebar, `${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-sidebar-action`);
  await chrome.close();
  await over.page.bringToFront();
  return viewBehind(over, behind, 'sidebar', opener);
}

async function viewBehind(over: Tab, behind: Tab, kind: Kind, { open }: Opener): Promise<View> {
  const run: View['run'] = (task, ...args) => evaluate(behind.page, sourceOf(task, args, globalsOf(kind)));
  await until(() => run(() => document.readyState === 'complete'), `the ${kind} to open`);
  return {
    run,
    until: (task, ...args) => until(() => run(task, ...args), question(task, args)),
    async click(selector) {
      await until(() => run(clickOn, selector), `something to click at ${selector}`);
    },
    async type(text) {
      for (const letter of text) await run(typeLetter, letter);
    },
    press: (key) => run(pressKey, key),
    async screenshot(path) {
      const chrome = await open('about:config');
      await over.page.bringToFront();
      // What follows the tab has looked at another one meanwhile.
      await pause(FOLLOWS_MS);
      const picture = await chrome.run(drawView, kind);
      await chrome.close();
      writeFileSync(pngPath(path), Buffer.from(picture, 'base64'));
    },
    async close() {
      await run(() => window.close());
      await behind.close();
    },
  };
}

function clickOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  element?.click();
  return element !== null;
}

function typeLetter(letter: string): void {
  const field = document.activeElement as HTMLInputElement | null;
  if (field === null || !('value' in field)) throw new Error('no field has the focus');
  const start = field.selectionStart ?? field.value.length;
  field.setRangeText(letter, start, field.selectionEnd ?? start, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter, inputType: 'insertText' }));
}

function pressKey(key: string): void {
  const element = document.activeElement ?? document.body;
  for (const type of ['keydown', 'keyup'])
    element.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, cancelable: true }));
}

/** Runs in a page of Firefox's own. */
async function showSidebar(command: string): Promise<void> {
  type Chrome = {
    Services: {
      wm: {
        getMostRecentWindow(type: string): { SidebarController: { show(command: string): Promise<void> } };
      };
    };
  };
  const { Services } = globalThis as unknown as Chrome;
  await Services.wm.getMostRecentWindow('navigator:browser').SidebarController.show(command);
}

/** Runs in a page of Firefox's own: what the popup or the sidebar shows, as a PNG in base64. */
async function drawView(kind: string): Promise<string> {
  type Snapshots = { drawSnapshot(area: null, scale: number, background: string): Promise<ImageBitmap> };
  type Chrome = {
    Services: { wm: { getMostRecentWindow(type: string): { document: Document } } };
  };
  type Frame = { browsingContext: { currentWindowGlobal: Snapshots } };
  const { Services } = globalThis as unknown as Chrome;
  const shown = Services.wm.getMostRecentWindow('navigator:browser').document;
  const outer = shown.getElementById('sidebar') as unknown as { contentDocument: Document } | null;
  const frame = (kind === 'popup'
    ? shown.querySelector('.webextension-popup-browser')
    : outer?.contentDocument.getElementById('webext-panels-browser')) as unknown as Frame | null;
  if (frame === null) throw new Error(`no ${kind} is open`);
  const bitmap = await frame.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}
