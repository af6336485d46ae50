import type { Tab } from '@/tests/browser/gloss-browser';

/** Longer than any key takes to show what it leads to. */
const SETTLED_MS = 150;

/** From now on, `typed` can tell how long each key took until what it leads to was drawn in `main`. */
export function watchTyping(page: Tab): Promise<void> {
  return page.run(watchKeys);
}

/** Types into what has the focus: one sample a key; a key that changes nothing on screen has none. */
export async function typed(page: Tab, words: string): Promise<number[]> {
  const samples: number[] = [];
  for (const letter of words) {
    await page.run(() => Reflect.set(window, 'drawnAfter', null));
    await page.type(letter);
    await page.run((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)), SETTLED_MS);
    const ms = await page.run(() => Reflect.get(window, 'drawnAfter') as number | null);
    if (ms !== null) samples.push(ms);
  }
  return samples;
}

/** Runs over there: `drawnAfter` is the time from the last key to the frame after the last change of the rows. */
function watchKeys(): void {
  let pressed = 0;
  document.addEventListener('input', (event) => (pressed = event.timeStamp), { capture: true });
  const main = document.querySelector('main');
  if (!main) throw new Error('the page has no main part');
  new MutationObserver(() => {
    requestAnimationFrame(() =>
      setTimeout(() => Reflect.set(window, 'drawnAfter', performance.now() - pressed)),
    );
  }).observe(main, { childList: true, subtree: true, characterData: true });
}
