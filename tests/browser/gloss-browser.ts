import type { Page } from 'puppeteer-core';
import type { BrowserKind } from './find';

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** What comes back from a page: plain values. An element does not, and in Firefox looks like nothing. */
type Answer = Json | void;

/** What is left of `T` when waiting for it is over. */
export type Truthy<T> = Exclude<T, false | null | undefined>;

/**
 * Something on screen with a document: a tab, or the popup. Firefox's popup cannot be driven as a
 * page, so tests use this much of a page and no more. `task` runs over there: it sees its
 * arguments and the globals of that page, nothing of the file it is written in.
 */
export type View = {
  run<A extends readonly Json[], T extends Answer>(
    task: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<T>;
  /** The first truthy answer of `task`, asked again and again; an error naming `task` after 15 s. */
  until<A extends readonly Json[], T extends Answer>(
    task: (...args: A) => T | Promise<T>,
    ...args: A
  ): Promise<Truthy<T>>;
  /** Clicks what the selector finds, waiting for it; `host >>> inner` goes through an open shadow root. */
  click(selector: string): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  press(key: 'Enter' | 'Escape' | 'ArrowDown' | 'ArrowUp' | 'Tab' | 'Backspace'): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
};

export type Tab = View & { readonly page: Page };

export function isTab(view: View): view is Tab {
  return 'page' in view;
}

/** What the system asks of pages: light or dark, and a palette of its own in place of theirs. */
export type Colours = { scheme: 'light' | 'dark'; forced: boolean };

/** A browser with Gloss in it, driven. */
export type GlossBrowser = {
  readonly kind: BrowserKind;
  readonly version: string;
  /** `chrome-extension://...` or `moz-extension://...`, without a slash at the end. */
  readonly origin: string;
  /** When the installation of the extension was asked for, by `Date.now()`. */
  readonly installStarted: number;
  /** A new tab at a path of arxiv.org, or at a whole address, loaded. */
  open(address: string): Promise<Tab>;
  /** A page of arxiv.org in a private window, in which the reader has allowed Gloss. Loads the extension again. */
  openPrivate(path: string): Promise<Tab>;
  /** A new tab with nothing in it, to be prepared before it goes anywhere. */
  openBlank(): Promise<Tab>;
  /** A new tab at one of the extension's own pages (`library.html`), loaded. */
  openOwn(path: string): Promise<Tab>;
  /** The toolbar button pressed while `over` is the tab in front. */
  openPopup(over: Tab): Promise<View>;
  /** The panel beside `over`, the tab in front, as the reader opens it: Chrome's side panel, Firefox's sidebar. */
  openSidePanel(over: Tab): Promise<View>;
  /** Shows `view` as on a system with these colours; Firefox shows everything so. */
  setColours(view: View, colours: Colours): Promise<void>;
  /** Stops the service worker or event page, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Loads the extension again in place, as an update does; pages stay open, storage stays. */
  reloadExtension(): Promise<void>;
  /** Hosts other than arXiv's that were asked for and are not in the log of the server that stands for arXiv. */
  readonly refused: readonly string[];
  /** Firefox, from its next start on: set to never remember history. */
  neverRemember(): Promise<void>;
  /** Ends when the reader closes the browser. */
  closed(): Promise<void>;
  /** SIGKILL to the whole browser: nothing is flushed. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

export type LaunchOptions = {
  executable: string;
  /** Folder of the built extension. */
  extension: string;
  /** Folder of the profile; one used before brings its databases back. */
  profile: string;
  headless: boolean;
  /** Port of the server that stands for arxiv.org, which is then all the network there is; null for the real one. */
  arxivPort: number | null;
};
