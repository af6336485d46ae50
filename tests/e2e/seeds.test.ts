import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allFacts, factLine, PANEL, panelHas, relatedPapers } from '../browser/annotations';
import type { Tab } from '../browser/gloss-browser';
import { SEEDS } from '../pages/papers';
import { inEachBrowser } from './gloss';
import { words } from './own-views';

type Expected = {
  id: string;
  venue: { name: string; year: number } | null;
  pages: number | null;
  figures: number | null;
  tables: number | null;
  links: { url: string }[];
  available: { what: 'code' | 'data' | 'model'; state: 'released' | 'promised' }[];
  sota: boolean;
  first: boolean;
  parameters: { text: string }[];
  acronyms: Record<string, string>;
};

const EXPECTED = JSON.parse(
  readFileSync(new URL('../seeds/expected.json', import.meta.url), 'utf8'),
) as Expected[];

inEachBrowser((session) => {
  test.each(EXPECTED.filter(saysMoreThanComments))(
    '$id shows what it states, and marks the words',
    async (expected) => {
      const tab = await session().browser.open(`/abs/${expected.id}`);
      expect(await factLine(tab)).not.toEqual([]);
      const labels = await labelsShown(tab, labelsOf(expected));
      const links = await tab.run((panel) => {
        const found =
          document.querySelector(panel)?.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a') ?? [];
        return [...found].map(({ href }) => href);
      }, PANEL.facts);
      for (const { url } of expected.links) expect(links).toContain(url);
      for (const [at, label] of labels.entries()) {
        await press(tab, at);
        const marked = await tab.until(markedWords);
        expect((await tab.run(pageText)).includes(marked), `${label}: ${marked}`).toBe(true);
      }
      await tab.press('Escape');
      await tab.until(() => !CSS.highlights.has('gloss-words'));
      await tab.close();
    },
  );

  test.each(EXPECTED.filter((expected) => !saysMoreThanComments(expected)))(
    '$id says no more than arXiv’s own lines do, and no line of facts is drawn',
    async ({ id }) => {
      const tab = await session().browser.open(`/abs/${id}`);
      // Related papers come with the background's answer: by then all facts are known.
      await panelHas(tab, PANEL.related, '.fold');
      const isDrawn = await tab.run((panel) => document.querySelector(panel) !== null, PANEL.facts);
      expect(isDrawn).toBe(false);
      await tab.close();
    },
  );

  test.each(SEEDS.map(({ id, title }) => ({ id, title })))(
    '$id has related papers, each with its reasons',
    async ({ id, title }) => {
      const tab = await session().browser.open(`/abs/${id}`);
      const related = await relatedPapers(tab);
      expect(related.length).toBeGreaterThanOrEqual(3);
      for (const { reasons } of related) {
        expect(reasons.length).toBeGreaterThanOrEqual(1);
        expect(reasons.length).toBeLessThanOrEqual(3);
      }
      expect(related.map((row) => row.title)).not.toContain(title);
      await tab.close();
    },
  );
});

/** False where arXiv's own lines say all there is, so that nothing need be drawn. */
function saysMoreThanComments({ links, available, sota, first, acronyms }: Expected): boolean {
  return links.length + available.length + Object.keys(acronyms).length > 0 || sota || first;
}

/** Unfolds *All facts* and waits until these are among them: some come with the background's answer. */
async function labelsShown(tab: Tab, wanted: readonly string[]): Promise<string[]> {
  await allFacts(tab);
  return tab.until(
    (panel, expected) => {
      const facts = document.querySelector(panel)?.shadowRoot?.querySelectorAll('.table .fact') ?? [];
      const labels = [...facts].map((fact) => fact.textContent);
      const shown = labels.join('\n').toLowerCase();
      const missing = expected.filter((label) => !shown.includes(label.toLowerCase()));
      if (missing.length > 0) throw new Error(`not shown: ${missing.join(', ')}`);
      return labels;
    },
    PANEL.facts,
    wanted,
  );
}

/** What the page must say of a paper, in the words it says it with. */
function labelsOf({ venue, pages, figures, tables, ...stated }: Expected): string[] {
  const { available, sota, first, parameters, acronyms } = stated;
  const things = { code: 'page_code', data: 'page_data', model: 'page_weights' } as const;
  return [
    ...(venue ? [String(venue.year)] : []),
    ...(pages === null ? [] : [`${pages} page`]),
    ...(figures === null ? [] : [`${figures} figure`]),
    ...(tables === null ? [] : [`${tables} table`]),
    ...available.map(({ what, state }) =>
      words(state === 'promised' ? `${things[what]}_promised` : things[what]),
    ),
    ...(sota ? [words('page_claim_sota')] : []),
    ...(first ? [words('page_claim_first')] : []),
    ...parameters.map(({ text }) => text),
    ...Object.entries(acronyms).map(([short, long]) => `${short}: ${long}`),
  ];
}

/** Presses the fact at this place of *All facts*. */
async function press(tab: Tab, at: number): Promise<void> {
  await tab.run(
    (panel, place) => {
      const facts = document.querySelector(panel)?.shadowRoot?.querySelectorAll<HTMLElement>('.table .fact');
      const fact = facts?.[place];
      if (fact?.getAttribute('aria-pressed') !== 'true') fact?.click();
    },
    PANEL.facts,
    at,
  );
}

/** Runs in the page: the first of the words that are marked. */
function markedWords(): string {
  const [range] = CSS.highlights.get('gloss-words') ?? [];
  return range instanceof Range ? range.toString() : '';
}

/** Runs in the page: what it says of the paper. */
function pageText(): string {
  return document.querySelector('#abs')?.textContent ?? '';
}
