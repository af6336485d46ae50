import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Site } from '../browser/arxiv-server';
import { STYLE_PATH } from '../pages/frame';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** What arXiv's pages link to; ours name one sheet for all. */
const SHEETS = ['abs.css', 'arXiv.css', 'browse_search.css', 'arxiv-header-footer.css'];

/** arXiv's own style sheets, fonts and pictures by their file names, from a folder that is no part of this repository. */
export function staticSite(folder: string): Site {
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => [
      basename(path),
      join(folder, path),
    ]),
  );
  return ({ pathname }) => {
    const name = basename(pathname);
    const type = TYPES[extname(name)];
    const path = files.get(name);
    if (type === undefined || path === undefined || !existsSync(path)) return undefined;
    const body = readFileSync(path);
    if (pathname !== STYLE_PATH) return { status: 200, type, body };
    const others = SHEETS.filter((sheet) => sheet !== name).map((sheet) => `@import "/static/${sheet}";\n`);
    return { status: 200, type, body: others.join('') + body.toString() };
  };
}
