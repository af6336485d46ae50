import type { Tab } from '@/tests/browser/gloss-browser';

/** Longer than any key takes to show what it leads to. */
const SETTLED_MS = 150;

/** From now on, `typed` can tell how long each key took until what it leads to was drawn in that part of the page. */
export function watchTyping(page: Tab, within = 'main'): Promise<void> {
  return page.run(watchKeys, within);
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

/** Runs over there: `drawnAfter` is the time from the last key to the frame after the last change there. */
function watchKeys(within: string): void {
  let pressed = 0;
  document.addEventListener('input', (event) => (pressed = event.timeStamp), { capture: true });
  const watched = document.querySelector(within);
  if (!watched) throw new Error(`the page has no ${within}`);
  new MutationObserver((changes) => {
    // A text that is set to what it was is nothing anybody sees.
    if (changes.every(({ target, oldValue }) => target instanceof Text && target.data === oldValue)) return;
    requestAnimationFrame(() =>
      setTimeout(() => Reflect.set(window, 'drawnAfter', performance.now() - pressed)),
    );
  }).observe(watched, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });
}
