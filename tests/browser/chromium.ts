import { once } from 'node:events';
import { getuid } from 'node:process';
import puppeteer, { type CDPSession, type Page, type Target, TargetType } from 'puppeteer-core';
import {
  type Colours,
  type GlossBrowser,
  isTab,
  type LaunchOptions,
  type Tab,
  type View,
} from './gloss-browser';
import { killTree } from './process-tree';
import { tabOf, until } from './tab';

/** Starts Chromium, Chrome or Edge with Gloss. */
export async function launchChromium(options: LaunchOptions): Promise<GlossBrowser> {
  const browser = await puppeteer.launch({
    executablePath: options.executable,
    userDataDir: options.profile,
    headless: options.headless,
    // Chrome and Edge ignore --load-extension; through the pipe all of them load one.
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: options.arxivPort !== null,
    defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
    args: argumentsFor(options),
  });
  const installStarted = Date.now();
  const id = await browser.installExtension(options.extension);
  const extension = await until(
    async () => (await browser.extensions()).get(id),
    'the extension to be loaded',
  );
  const origin = `chrome-extension://${id}`;

  const open = async (address: string): Promise<Tab> => {
    const page = await browser.newPage();
    await page.goto(new URL(address, 'https://arxiv.org').href);
    return tabOf(page);
  };
  const openedBy = async (page: string, act: () => Promise<void>): Promise<Tab> => {
    const known = new Set(browser.targets());
    await act();
    const target = await browser.waitForTarget(
      (candidate) => !known.has(candidate) && candidate.url().startsWith(`${origin}/${page}`),
    );
    return tabOf(await target.asPage());
  };
  const openPopup = async (over: Tab): Promise<Tab> => {
    await over.page.bringToFront();
    const popup = await openedBy('popup.html', () => extension.triggerAction(over.page));
    await popup.until(() => document.readyState === 'complete' && document.hasFocus());
    return popup;
  };
  return {
    kind: 'chromium',
    version: await browser.version(),
    origin,
    installStarted,
    // They all come to that server.
    refused: [],
    open,
    async openPrivate(path) {
      const root = await browser.target().createCDPSession();
      // Puppeteer's own call knows no private windows; nor does its type of this one.
      await root.send('Extensions.loadUnpacked', { path: options.extension, enableInIncognito: true });
      const url = new URL(path, 'https://arxiv.org').href;
      const own = await open(`${origin}/icons/16.png`);
      const known = new Set(browser.targets());
      await own.run((address) => void chrome.windows.create({ incognito: true, url: address }), url);
      const target = await browser.waitForTarget((one) => !known.has(one) && one.url() === url);
      await own.close();
      return tabOf(await target.asPage());
    },
    openBlank: async () => tabOf(await browser.newPage()),
    openOwn: (path) => open(`${origin}/${path}`),
    openPopup,
    async openSidePanel(over) {
      const popup = await openPopup(over);
      const panel = await openedBy('sidepanel.html', () => popup.click('.tab-paper-head .button-text'));
      await panel.until(() => document.readyState === 'complete');
      return panel;
    },
    setColours,
    async stopBackground() {
      const target = browser.targets().find((candidate) => isWorker(candidate));
      await (await target?.worker())?.close();
      await until(
        async () => browser.targets().every((candidate) => !isWorker(candidate)),
        'the service worker to stop',
      );
    },
    async reloadExtension() {
      await browser.installExtension(options.extension);
    },
    neverRemember: () => Promise.reject(new Error('Chromium has no such setting')),
    async closed() {
      if (browser.connected) await new Promise((resolve) => browser.once('disconnected', resolve));
    },
    async kill() {
      const process = browser.process();
      if (process) await killTree(process);
    },
    async close() {
      const process = browser.process();
      const ended = process && process.exitCode === null ? once(process, 'exit') : undefined;
      await browser.close();
      await ended;
    },
  };
}

/** What a session asks of its page lasts as long as the session. */
const colourSessions = new WeakMap<Page, CDPSession>();

async function setColours(view: View, { scheme, forced }: Colours): Promise<void> {
  if (!isTab(view)) throw new Error('only a page can be asked');
  const session = colourSessions.get(view.page) ?? (await view.page.createCDPSession());
  colourSessions.set(view.page, session);
  // Puppeteer's own call knows no forced colours.
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
}

function isWorker(target: Target): boolean {
  return target.type() === TargetType.SERVICE_WORKER;
}

function argumentsFor({ arxivPort }: LaunchOptions): string[] {
  const quiet = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ];
  // Chromium's sandbox refuses to run as root, which is what a container gives us.
  const sandbox = getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (arxivPort === null) return [...quiet, ...sandbox];
  // Every other host as well: what should never be asked for is in the server's log if it is.
  const rules = [`MAP *:443 127.0.0.1:${arxivPort}`];
  return [
    ...quiet,
    ...sandbox,
    '--disable-gpu',
    '--disable-quic',
    '--ignore-certificate-errors',
    `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
  ];
}
