import type Polyfill from 'webextension-polyfill';

declare const chrome: typeof Polyfill;
declare const browser: typeof Polyfill | undefined;

/**
 * What `webextension-polyfill` stands for in the content script's bundle (wxt.config.ts): every browser
 * the manifest lets in answers with promises of its own there, so the shim would be 3 kB of gzip for
 * nothing on each page. The background keeps it, for what it makes of `onMessage`.
 */
export default typeof browser === 'undefined' ? chrome : browser;
