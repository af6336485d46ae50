import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * In the background: what the browser's address bar does when something is typed after our keyword, asked by a page of ours,
 * as neither browser lets its address bar be driven. `suggestions` answers how many there were.
 */
const ADDRESS_BAR = `(() => {
  const api = globalThis.browser ?? chrome;
  const event = api.omnibox.onInputChanged;
  const add = event.addListener;
  let typed;
  event.addListener = (listener) => { typed = listener; add.call(event, listener); };
  api.runtime.onMessage.addListener((message, _sender, reply) => {
    if (typeof message?.suggestions !== 'string') return undefined;
    typed(message.suggestions, (found) => reply(found.length));
    return true;
  });
})();
`;

/**
 * In the popup: types what its address says as soon as there is a box, and notes when the box had the focus and when the first
 * rows were drawn, from when the document was begun.
 */
const TYPIST = `
  const words = new URLSearchParams(location.search).get('typed');
  let isTyped = false;
  const watch = new MutationObserver(() => {
    const box = document.querySelector('[role=combobox]');
    if (box && words && !isTyped) {
      isTyped = true;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, words);
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    if (!document.querySelector('.choices .paper-title')) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.drawnAt = performance.now())));
  });
  watch.observe(document, { childList: true, subtree: true });
  document.addEventListener('focusin', () => (window.focusedAt ??= performance.now()));
`;

/** Puts hands into a copy of a built extension. */
export function giveHands(folder: string): void {
  const background = join(folder, 'background.js');
  writeFileSync(background, ADDRESS_BAR + readFileSync(background, 'utf8'));
  const popup = join(folder, 'popup.html');
  writeFileSync(join(folder, 'typist.js'), TYPIST);
  const page = readFileSync(popup, 'utf8');
  writeFileSync(popup, page.replace('<meta charset="utf-8">', '$&<script src="/typist.js"></script>'));
}
