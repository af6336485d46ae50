import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Tab, Truthy, View } from './gloss-browser';

const PATIENCE_MS = 20_000;
const POLL_MS = 25;

/** A page of puppeteer as a `View`. */
export function tabOf(page: Page): Tab {
  const run: View['run'] = (task, ...args) => evaluate(page, sourceOf(task, args));
  return {
    page,
    run,
    until: (task, ...args) => until(() => run(task, ...args), question(task, args)),
    async click(selector) {
      const element = await page.waitForSelector(selector, { timeout: PATIENCE_MS });
      if (!element) throw new Error(`nothing to click at ${selector}`);
      await element.click();
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    async screenshot(path) {
      await page.screenshot({ path: pngPath(path) });
    },
    close: () => page.close(),
  };
}

/** What a page evaluates to run `task` there: its own text, so that nothing of this process goes along. */
export function sourceOf(task: unknown, args: readonly unknown[], prelude = ''): string {
  // tsx marks functions with a helper of this name, which no page has.
  return `(async () => { const __name = (named) => named; ${prelude}
    return await (${String(task)})(...${JSON.stringify(args)}); })()`;
}

/** What was asked for in vain, for the one who reads that it failed. */
export function question(task: unknown, args: readonly unknown[]): string {
  return [String(task), ...args.map((arg) => JSON.stringify(arg))].join('\n');
}

/** Evaluates `source` in the page; the caller knows what it answers. */
export function evaluate<T>(page: Page, source: string): Promise<T> {
  return page.evaluate(source) as Promise<T>;
}

/** Asks until the answer is truthy. A page on its way to another document counts as "not yet". */
export async function until<T>(
  ask: () => Promise<T>,
  what: string,
  patience = PATIENCE_MS,
): Promise<Truthy<T>> {
  const deadline = Date.now() + patience;
  let problem = 'it was never true';
  while (Date.now() < deadline) {
    try {
      const answer = await ask();
      if (answer) return answer as Truthy<T>;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    await pause(POLL_MS);
  }
  throw new Error(`gave up after ${patience} ms: ${problem}\n${what}`);
}

export function pngPath(path: string): `${string}.png` {
  if (!isPngPath(path)) throw new Error(`a screenshot is a .png, not ${path}`);
  return path;
}

function isPngPath(path: string): path is `${string}.png` {
  return path.endsWith('.png');
}
