import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from '@/tests/browser/build';
import { figure, type Bench } from '../measure';

/** What pages of arXiv load: each of them one of these. */
const SCRIPTS = {
  arxiv: 'abstract pages, and pages without papers',
  'arxiv-rows': 'listings, author pages and search results',
  'arxiv-html': 'HTML papers',
};

export const sizeBench: Bench = {
  name: 'Size',
  async run() {
    const folder = join(builtExtension('chromium', 'production'), 'content-scripts');
    return Object.entries(SCRIPTS).map(([name, pages]) => {
      const script = readFileSync(join(folder, `${name}.js`));
      return figure(`content script of ${pages}, gzip`, gzipSync(script).length / 1000, 40, 'kB');
    });
  },
};
