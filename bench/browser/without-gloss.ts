import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArxivServer } from '@/tests/browser/arxiv-server';
import type { GlossBrowser } from '@/tests/browser/gloss-browser';
import { requireBrowsers } from '@/tests/browser/install';
import { launch } from '@/tests/browser/session';

/** The same browser on the same server, with an extension that does nothing. */
export async function withoutGloss<T>(
  { port }: Pick<ArxivServer, 'port'>,
  work: (browser: GlossBrowser) => Promise<T>,
): Promise<T> {
  const [found] = requireBrowsers(['chromium']);
  if (!found) throw new Error('chromium is not there');
  const folder = mkdtempSync(join(tmpdir(), 'gloss-bare-'));
  const extension = join(folder, 'extension');
  mkdirSync(extension);
  writeFileSync(
    join(extension, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Nothing', version: '1' }),
  );
  const browser = await launch(found, {
    extension,
    profile: join(folder, 'profile'),
    headless: true,
    arxivPort: port,
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
