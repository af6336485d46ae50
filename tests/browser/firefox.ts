import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import puppeteer, { type Browser } from 'puppeteer-core';
import { extensionId, hostsOnly, keepingStorage, quietNetwork } from './firefox-prefs';
import { openFirefoxPopup, openFirefoxSidebar } from './firefox-popup';
import type { Colours, GlossBrowser, LaunchOptions, Tab } from './gloss-browser';
import { killTree } from './process-tree';
import { startProxy } from './proxy';
import { tabOf, until } from './tab';

// Firefox draws a random one for each installation; a fixed one keeps the address, and the databases with it.
const EXTENSION_UUID = 'd56a5b99-51b6-4e83-ab23-796216679614';

/** Starts Firefox with Gloss as a temporary add-on. */
export async function launchFirefox(options: LaunchOptions): Promise<GlossBrowser> {
  const proxy = options.arxivPort === null ? undefined : await startProxy(options.arxivPort);
  const id = extensionId(options.extension);
  const home = join(options.profile, 'home');
  mkdirSync(home, { recursive: true });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable,
    userDataDir: options.profile,
    headless: options.headless,
    acceptInsecureCerts: proxy !== undefined,
    defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
    // Else navigation to the extension's own pages "is not allowed in this context".
    args: ['-remote-allow-system-access'],
    // Run as root, Firefox wants a home that root owns.
    env: { ...process.env, ...(getuid?.() === 0 ? { HOME: home } : {}) },
    extraPrefsFirefox: {
      ...keepingStorage(id, EXTENSION_UUID),
      ...(proxy ? { ...quietNetwork(), ...hostsOnly(proxy.port) } : {}),
    },
  });
  const origin = `moz-extension://${EXTENSION_UUID}`;
  const installStarted = Date.now();
  await browser.installExtension(options.extension);
  return {
    kind: 'firefox',
    version: await browser.version(),
    origin,
    installStarted,
    refused: proxy?.refused ?? [],
    async open(address) {
      const page = await browser.newPage();
      await page.goto(new URL(address, 'https://arxiv.org').href);
      return tabOf(page);
    },
    async openPrivate(path) {
      const url = new URL(path, 'https://arxiv.org').href;
      const chrome = await openPrivileged(browser, 'about:config');
      await chrome.run(openPrivateWindow, id, url);
      await chrome.close();
      const page = await until(
        async () => (await browser.pages()).find((one) => one.url() === url),
        'the private window',
      );
      return tabOf(page);
    },
    openBlank: async () => tabOf(await browser.newPage()),
    openOwn: (path) => openPrivileged(browser, `${origin}/${path}`),
    openPopup: (over) =>
      openFirefoxPopup(over, { origin, open: (address) => openPrivileged(browser, address) }),
    openSidePanel: (over) =>
      openFirefoxSidebar(over, id, { origin, open: (address) => openPrivileged(browser, address) }),
    async setColours(_view, colours) {
      const chrome = await openPrivileged(browser, 'about:config');
      await chrome.run(preferColours, colours);
      await chrome.close();
    },
    async stopBackground() {
      const chrome = await openPrivileged(browser, 'about:config');
      await chrome.run(terminateBackground, id);
      await chrome.close();
    },
    async reloadExtension() {
      await browser.installExtension(options.extension);
    },
    async neverRemember() {
      const chrome = await openPrivileged(browser, 'about:config');
      await chrome.run(rememberNothing);
      await chrome.close();
    },
    async closed() {
      if (browser.connected) await new Promise((resolve) => browser.once('disconnected', resolve));
    },
    async kill() {
      const process = browser.process();
      if (process) await killTree(process);
      await proxy?.close();
    },
    async close() {
      await browser.close();
      await proxy?.close();
    },
  };
}

/** A tab at a page that navigation never reports as loaded: the extension's own and `about:` ones. */
async function openPrivileged(browser: Browser, address: string): Promise<Tab> {
  const page = await browser.newPage();
  // It is the document that says when it is there; the navigation itself never ends, or fails when the tab closes.
  page.goto(address, { timeout: 0 }).catch(() => undefined);
  const tab = tabOf(page);
  await tab.until((start) => location.href.startsWith(start) && document.readyState === 'complete', address);
  return tab;
}

/** Runs in a page of Firefox's own. */
function preferColours({ scheme, forced }: Colours): void {
  const { Services } = globalThis as unknown as {
    Services: { prefs: { setIntPref(name: string, value: number): void } };
  };
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1);
  // The popup and the sidebar go by the system.
  Services.prefs.setIntPref('ui.systemUsesDarkTheme', scheme === 'dark' ? 1 : 0);
  Services.prefs.setIntPref('browser.display.document_color_use', forced ? 2 : 1);
}

/** Runs in a page of Firefox's own. */
function rememberNothing(): void {
  type Prefs = { setBoolPref(name: string, value: boolean): void; savePrefFile(file: null): void };
  const { Services } = globalThis as unknown as { Services: { prefs: Prefs } };
  Services.prefs.setBoolPref('browser.privatebrowsing.autostart', true);
  Services.prefs.savePrefFile(null);
}

/** Runs in a page of Firefox's own, which may do what its add-on manager does. */
async function terminateBackground(id: string): Promise<void> {
  type Policy = { extension: { terminateBackground(options: object): Promise<void> } };
  const { WebExtensionPolicy } = globalThis as unknown as {
    WebExtensionPolicy: { getByID(id: string): Policy };
  };
  await WebExtensionPolicy.getByID(id).extension.terminateBackground({
    ignoreDevToolsAttached: true,
    disableResetIdleForTest: true,
  });
}

/** Runs in a page of Firefox's own: allows the add-on in private windows, as its page of add-ons does, and opens one. */
async function openPrivateWindow(id: string, url: string): Promise<void> {
  type Modules = {
    ExtensionPermissions: {
      add(id: string, what: { permissions: string[]; origins: string[] }): Promise<void>;
    };
    AddonManager: { getAddonByID(id: string): Promise<{ reload(): Promise<void> }> };
  };
  type Window = { openTrustedLinkIn(url: string, where: string, how: { private: boolean }): void };
  const { ChromeUtils, Services } = globalThis as unknown as {
    ChromeUtils: { importESModule(path: string): Modules };
    Services: { wm: { getMostRecentWindow(kind: string): Window } };
  };
  const from = (name: string) => ChromeUtils.importESModule(`resource://gre/modules/${name}.sys.mjs`);
  const permissions = ['internal:privateBrowsingAllowed'];
  await from('ExtensionPermissions').ExtensionPermissions.add(id, { permissions, origins: [] });
  await (await from('AddonManager').AddonManager.getAddonByID(id)).reload();
  Services.wm.getMostRecentWindow('navigator:browser').openTrustedLinkIn(url, 'window', { private: true });
}
