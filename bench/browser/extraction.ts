import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { parseSnapshotRecord } from '@/lib/core/snapshot';
import type { StatableText } from '@/lib/extract/reading';
import { dumpLines } from '@/pipeline/sources/dump';
import { ROOT } from '@/tests/browser/command';
import type { BrowserKind } from '@/tests/browser/find';
import { evaluate } from '@/tests/browser/tab';
import { SEEDS } from '@/tests/pages/papers';
import { figure, timesFigure, type Bench } from '../measure';
import type { Timed } from './extraction-in-page';
import { inBrowser } from './session';

const RECORDS = join(ROOT, '..', 'shared', 'arxiv');
const EVERY = 700;
const LONG = 3_000;

/** What reading a paper costs in a browser, warm: real records where they are there, else the seeds. */
export function extractionBench(kind: BrowserKind): Bench {
  return {
    name: `Extraction, ${kind}`,
    run: () =>
      inBrowser(kind, async ({ browser }) => {
        const papers = await someRecords();
        const tab = await browser.openBlank();
        await evaluate(tab.page, await bundled());
        const model = (file: string): string => readFileSync(join(ROOT, 'public/models', file), 'base64');
        const files = { roles: model('roles.bin'), entities: model('entities.bin') };
        const timed = (some: readonly StatableText[]): Promise<Timed> =>
          evaluate<Timed>(tab.page, `timed(${JSON.stringify(some)}, ${JSON.stringify(files)})`);
        const times = await timed(papers);
        const long = await timed(longOf(papers));
        const mean = times.stated.reduce((sum, ms) => sum + ms, 0) / times.stated.length;
        return [
          timesFigure('facts of the line, a record', times.line, { p95: 0.5 }),
          timesFigure('stated facts, a record', times.stated, { p95: 0.5 }),
          timesFigure('all facts with models, a record', times.all, { p95: 3 }),
          timesFigure(`all facts with models, an abstract of ${LONG} signs`, long.all, { p95: 8 }),
          figure('stated facts of 10,000 records on one core', mean * 10, 1, 's'),
        ];
      }),
  };
}

async function someRecords(): Promise<StatableText[]> {
  if (!existsSync(RECORDS)) return [...SEEDS];
  const papers: StatableText[] = [];
  let number = 0;
  for (const file of readdirSync(RECORDS).filter((name) => name.endsWith('.br')))
    for await (const line of dumpLines(join(RECORDS, file))) {
      number += 1;
      const paper = number % EVERY === 0 ? parseSnapshotRecord(JSON.parse(line)) : null;
      if (paper && !('error' in paper) && paper.abstract !== null) papers.push(paper);
    }
  return papers;
}

/** Every fourth record, its abstract filled up with those behind it, for arXiv takes none so long. */
function longOf(papers: readonly StatableText[]): StatableText[] {
  const abstracts = papers.map(({ abstract }) => abstract ?? '');
  return papers.flatMap((paper, at) => {
    const abstract = abstracts
      .slice(at, at + 12)
      .join(' ')
      .slice(0, LONG);
    return at % 4 === 0 && abstract.length === LONG ? [{ ...paper, abstract }] : [];
  });
}

async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: {
        entry: join(ROOT, 'bench/browser/extraction-in-page.ts'),
        formats: ['iife'],
        name: 'extraction',
      },
    },
  });
  const [output] = Array.isArray(made) ? made : [];
  const chunk = output?.output[0];
  if (!chunk || !('code' in chunk)) throw new Error('extraction was not bundled');
  return chunk.code;
}
