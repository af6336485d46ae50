/** Draws public/icons/N.png from public/icons/gloss.svg: `npm run icons`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { requireOneBrowser } from './install';
import { pngPath } from './tab';

const SIZES = [16, 32, 48, 128];
const FOLDER = fileURLToPath(new URL('../../public/icons/', import.meta.url));

const svg = readFileSync(join(FOLDER, 'gloss.svg'), 'utf8');
const profile = mkdtempSync(join(tmpdir(), 'gloss-icons-'));
const browser = await puppeteer.launch({
  executablePath: requireOneBrowser(['chromium']).path,
  userDataDir: profile,
  args: getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
await page.setContent(
  `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
);
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.screenshot({ path: pngPath(join(FOLDER, `${size}.png`)), omitBackground: true });
}
await browser.close();
rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
console.log(`Drawn: ${SIZES.map((size) => `${size}.png`).join(', ')}.`);
