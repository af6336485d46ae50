import { expect, test } from 'vitest';
import { allFacts, factLine, PANEL, panelHas, relatedPapers } from '../browser/annotations';
import type { Tab } from '../browser/gloss-browser';
import { absPage } from '../pages/abs-page';
import { siteOf } from '../pages/site';
import { BARE, invented, MANY_AUTHORS, OLD_STYLE, WITHDRAWN } from '../pages/papers';
import { inEachBrowser } from './gloss';
import { words } from './own-views';

const CHANGED = 'gloss-panel[data-gloss="changed-page"]';
const WITH_TEX = invented('2601.91001', {
  title: 'On $L_2$ Bounds',
  abstract:
    'We reach $99.5\\%$ of the bound for $\\alpha \\to 0$, with $\\mathcal{O}(n)$ steps. Our code is available at https://github.com/example/bounds and runs in $O(1)$.',
  comments: 'Accepted to ICML 2025, $v_2$',
});

inEachBrowser((session) => {
  test('facts under formulas mark the same words before MathJax has run and after', async () => {
    session().server.serve(`/abs/${WITH_TEX.id}`, {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: absPage(WITH_TEX),
    });
    const tab = await session().browser.openBlank();
    await tab.page.evaluateOnNewDocument('window.mathJaxStandInLater = true');
    await tab.page.goto(`https://arxiv.org/abs/${WITH_TEX.id}`);
    const before = await markedByEachFact(tab);
    expect(before.join(' ')).toContain('code is available');
    await tab.page.evaluate('runMathJaxStandIn()');
    expect(await tab.run(() => document.querySelectorAll('.abstract .MathJax').length)).toBeGreaterThan(0);
    expect(await markedByEachFact(tab)).toEqual(before);
    await tab.page.reload();
    expect(await markedByEachFact(tab)).toEqual(before);
    await tab.close();
  });

  test.each([
    `/abs/${OLD_STYLE.id}`,
    `/abs/${OLD_STYLE.id}v1`,
    '/abs/2210.02414v1',
    '/abs/2210.02414?context=cs.AI',
    '/abs/2210.02414?labs-style=tabs-above',
    '/abs/2301.13442?without=labs',
  ])('%s has related papers and the side block once', async (path) => {
    const tab = await session().browser.open(path);
    expect((await relatedPapers(tab)).length).toBeGreaterThan(0);
    expect(await count(tab, PANEL.related)).toBe(1);
    expect(await count(tab, PANEL.side)).toBe(1);
    expect(await count(tab, PANEL.facts)).toBeLessThanOrEqual(1);
    await tab.close();
  });

  test('a withdrawn paper and one of 131 authors are annotated and can be saved', async () => {
    for (const { id } of [WITHDRAWN, MANY_AUTHORS]) {
      const tab = await session().browser.open(`/abs/${id}`);
      await tab.click(`${PANEL.side} >>> .save`);
      await panelHas(tab, PANEL.side, '.save.saved');
      await tab.close();
    }
  });

  test('where a paper states nothing, no line of facts is drawn', async () => {
    const tab = await session().browser.open(`/abs/${BARE.id}`);
    await panelHas(tab, PANEL.side, '.save');
    expect(await count(tab, PANEL.facts)).toBe(0);
    await tab.close();
  });

  test('a page that cannot be read any more gets a note that moves nothing, once a day', async () => {
    const html =
      siteOf()
        .get('/list/cs.CL/new')
        ?.html.replaceAll(/<(\/?)d[tdl]\b/g, '<$1div') ?? '';
    for (const path of ['/list/math.XX/new', '/list/math.YY/new'])
      session().server.serve(path, { status: 200, type: 'text/html; charset=utf-8', body: html });
    const [first, second] = [
      await session().browser.open('/list/math.XX/new'),
      await session().browser.openBlank(),
    ];
    await panelHas(first, CHANGED, '.changed');
    const height = (tab: Tab) => tab.run(() => document.documentElement.scrollHeight);
    await second.page.goto('https://arxiv.org/list/math.YY/new');
    await second.run(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
    expect(await count(second, '[data-gloss]')).toBe(0);
    expect(await height(first)).toBe(await height(second));
    await first.close();
    await second.close();
  });

  test('a page that is not there, and one that is none of ours, stay as they are', async () => {
    session().server.serve('/abs/2601.91002', {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: '<!doctype html><title>x</title><div id="abs"><h1>Maintenance</h1><p>Come back later.',
    });
    for (const path of ['/abs/2601.99999', '/abs/2601.91002', '/help']) {
      const tab = await session().browser.open(path);
      await tab.run(() => new Promise<void>((resolve) => setTimeout(resolve, 300)));
      expect(await count(tab, '[data-gloss]'), path).toBe(0);
      await tab.close();
    }
  });

  test('BibTeX is copied', async () => {
    const tab = await session().browser.open('/abs/2210.02414');
    await tab.click(`${PANEL.side} >>> .copy`);
    const copied = words('page_copied');
    await tab.until(
      (panel, word) => document.querySelector(panel)?.shadowRoot?.textContent.includes(word),
      PANEL.side,
      copied,
    );
    await tab.close();
  });
});

/** Presses every fact of *All facts* in turn; the words each marks, white space as one blank, formulas left out. */
async function markedByEachFact(tab: Tab): Promise<string[]> {
  await factLine(tab);
  // Whatever was chosen before is not any more.
  await tab.press('Escape');
  await allFacts(tab);
  // What the comments state comes with the background's answer.
  await tab.until(
    (panel) =>
      document.querySelector(panel)?.shadowRoot?.querySelector('.table')?.textContent.includes('ICML'),
    PANEL.facts,
  );
  const facts = (await allFacts(tab)).flatMap((group) => group.facts).length;
  const marked: string[] = [];
  for (let at = 0; at < facts; at += 1) {
    marked.push(
      await tab.run(
        (panel, place) => {
          const fact = document
            .querySelector(panel)
            ?.shadowRoot?.querySelectorAll<HTMLElement>('.table .fact')[place];
          if (fact?.getAttribute('aria-pressed') !== 'true') fact?.click();
          return [...(CSS.highlights.get('gloss-words') ?? [])]
            .map((range) => (range instanceof Range ? range.toString().replace(/\s+/g, ' ') : ''))
            .join('|');
        },
        PANEL.facts,
        at,
      ),
    );
  }
  return marked;
}

function count(tab: Tab, css: string): Promise<number> {
  return tab.run((selector) => document.querySelectorAll(selector).length, css);
}
