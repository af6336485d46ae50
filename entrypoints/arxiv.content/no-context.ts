/**
 * Stands for WXT's context of a content script (wxt.config.ts), which would be 1.5 kB of gzip on each
 * page and tells the page's own scripts, by events, that an extension is there. `signalWhileInstalled`
 * does what of it is wanted.
 */
export class ContentScriptContext {}
