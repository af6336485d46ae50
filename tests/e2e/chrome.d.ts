import type { Browser } from 'webextension-polyfill';

declare global {
  /** The browser API, in tasks that run in the extension's own pages; both browsers have it under this name. */
  const chrome: Browser;
}
