import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedPages } from '../browser/shared-pages';
import { inEachBrowser } from './gloss';

const MANIFEST = new URL('../../../shared/pages/manifest.json', import.meta.url);
const EVERY = 4;

type Row = { url: string; kind: string; status: number; gen: string };

const ROWS = existsSync(MANIFEST) ? (JSON.parse(readFileSync(MANIFEST, 'utf8')) as Row[]) : [];
const SAMPLE = ROWS.filter(
  ({ kind, status }) => status === 200 && /^(abs|list|search|author|html)$/.test(kind),
).filter((_, at) => at % EVERY === 0);

inEachBrowser(
  (session) => {
    test.skipIf(ROWS.length === 0)(
      'real pages of every kind and generation: ours once, theirs whole, no error (needs ../shared/pages)',
      async () => {
        expect(SAMPLE.length).toBeGreaterThan(20);
        const tab = await session().browser.openBlank();
        const problems: string[] = [];
        tab.page.on('console', (message) => {
          if (message.text().includes('[Gloss]')) problems.push(`${tab.page.url()}: ${message.text()}`);
        });
        for (const { url, kind } of SAMPLE) {
          await tab.page.goto(url, { waitUntil: 'domcontentloaded' });
          const wanted = kind === 'abs' ? 2 : 0;
          const panels = await tab.until((least) => {
            const names = [...document.querySelectorAll<HTMLElement>('gloss-panel')].map(
              (host) => host.dataset['gloss'] ?? '',
            );
            return document.readyState !== 'loading' && names.length >= least && names;
          }, wanted);
          const twice = panels.filter(
            (name, at) => /^(stated|related|side)/.test(name) && panels.indexOf(name) !== at,
          );
          if (twice.length > 0) problems.push(`${url}: ${twice.join(', ')} twice`);
        }
        expect(problems).toEqual([]);
        await tab.close();
      },
      240_000,
    );
  },
  { sites: [sharedPages()] },
);
