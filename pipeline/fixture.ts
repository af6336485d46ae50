// Adds a page case to tests/pages: `npm run fixture -- URL` or `npm run fixture -- FILE [URL]`.
// It keeps the page, slimmed, and beside it a line for the page and one for each paper the readers make
// of it now: look at them before you commit.
import { readFile, writeFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import { detectPage } from '@/lib/page/detect';
import type { Paper } from '@/lib/core/paper';
import { readPage } from '@/lib/page/read';
import { fromCaller } from './paths';

const FOLDER = new URL('../tests/pages/', import.meta.url);
const USAGE = 'usage: npm run fixture -- URL, or npm run fixture -- FILE [URL]';

// What no reader looks at. The source MathJax keeps is a script, and is looked at.
const DEAD_WEIGHT =
  'script:not([type^="math/tex"]), style, link:not([rel="canonical"]), svg, img, form, iframe, noscript, header, footer, dialog';

/** A page without what no reader looks at, and what the readers make of it. */
export type PageCase = { name: string; url: string; html: string; kind: string; papers: Paper[] };

/** Throws when the readers make something else of the slimmed page than of the page itself. */
export function caseOf(html: string, url: URL): PageCase {
  const dom = new JSDOM(html);
  const whole = readPage(dom.window.document, url);
  for (const node of dom.window.document.querySelectorAll(DEAD_WEIGHT)) node.remove();
  const slim = dom.serialize().replace(/\n\s*\n+/g, '\n');
  const papers = readPage(new JSDOM(slim).window.document, url);
  if (JSON.stringify(papers) !== JSON.stringify(whole)) throw new Error('the slimmed page reads otherwise');
  return { name: nameOf(url), url: url.href, html: slim, kind: detectPage(url).kind, papers };
}

/** The address a saved page says it has. */
export function addressIn(html: string): string | undefined {
  const { document } = new JSDOM(html).window;
  return (
    document.querySelector('meta[property="og:url"]')?.getAttribute('content') ??
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    undefined
  );
}

function nameOf({ pathname, search }: URL): string {
  return `${pathname}${search}`.replace(/[^\w.]+/g, '-').replace(/^-|-$/g, '');
}

async function pageAt(source: string, url: string | undefined): Promise<{ html: string; url: URL }> {
  if (/^https?:/.test(source)) {
    const response = await fetch(source);
    return { html: await response.text(), url: new URL(source) };
  }
  const html = await readFile(fromCaller(source), 'utf8');
  const address = url ?? addressIn(html);
  if (address === undefined) throw new Error(`the page does not say its address: ${USAGE}`);
  return { html, url: new URL(address) };
}

async function main([source, url]: readonly string[]): Promise<void> {
  if (source === undefined) throw new Error(USAGE);
  const page = await pageAt(source, url);
  const { name, html, url: address, kind, papers } = caseOf(page.html, page.url);
  const lines = [{ url: address, kind }, ...papers].map((line) => `${JSON.stringify(line)}\n`).join('');
  await writeFile(new URL(`${name}.html`, FOLDER), html);
  await writeFile(new URL(`${name}.jsonl`, FOLDER), lines);
  console.log(`${lines}tests/pages/${name}.html and .jsonl: is this what the page says?`);
}

if (process.argv[1]?.endsWith('fixture.ts')) await main(process.argv.slice(2));
