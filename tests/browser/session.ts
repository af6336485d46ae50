import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startArxiv, type ArxivServer, type Site } from './arxiv-server';
import { launchChromium } from './chromium';
import type { FoundBrowser } from './find';
import { launchFirefox } from './firefox';
import type { GlossBrowser, LaunchOptions } from './gloss-browser';

export function launch(
  found: FoundBrowser,
  options: Omit<LaunchOptions, 'executable'>,
): Promise<GlossBrowser> {
  const start = found.kind === 'chromium' ? launchChromium : launchFirefox;
  return start({ executable: found.path, ...options });
}

export type Session = {
  /** The browser as it runs now: another one after `restart`. */
  readonly browser: GlossBrowser;
  readonly server: ArxivServer;
  /** Kills the browser and starts it on the same profile. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/** A browser with the built extension on a new profile, and a server that stands for arXiv. */
export async function startSession(
  found: FoundBrowser,
  extension: string,
  sites: readonly Site[],
): Promise<Session> {
  const server = await startArxiv(sites);
  const profile = mkdtempSync(join(tmpdir(), 'gloss-profile-'));
  const options = { extension, profile, headless: true, arxivPort: server.port };
  let browser = await launch(found, options);
  return {
    get browser() {
      return browser;
    },
    server,
    async restart() {
      await browser.kill();
      browser = await launch(found, options);
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
