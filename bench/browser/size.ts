import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from '@/tests/browser/build';
import { figure, type Bench } from '../measure';

/** What every arXiv page loads. */
export const sizeBench: Bench = {
  name: 'Size',
  async run() {
    const script = readFileSync(
      join(builtExtension('chromium', 'production'), 'content-scripts', 'arxiv.js'),
    );
    return [figure('content script with every page feature, gzip', gzipSync(script).length / 1000, 40, 'kB')];
  },
};
