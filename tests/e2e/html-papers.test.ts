import { expect, test } from 'vitest';
import { inEachBrowser } from './gloss';

const PILL = 'gloss-panel[data-gloss="html-paper"]';

inEachBrowser((session) => {
  test('an HTML paper is saved at its edge, and a citation shows its reference with what is known here', async () => {
    const tab = await session().browser.open('/html/2210.02414');
    await tab.click(`${PILL} >>> .save`);
    await tab.until(
      (pill) => Boolean(document.querySelector(pill)?.shadowRoot?.querySelector('.saved')),
      PILL,
    );
    await tab.run(() => document.querySelector<HTMLElement>('cite a[href^="#bib"]')?.focus());
    const said = await tab.until(() => {
      const card = document.querySelector('gloss-card')?.shadowRoot?.querySelector('.card');
      return card?.querySelector('.quote') && card.querySelector('.title') && card.textContent;
    });
    expect(said).toContain('et al.');
    await tab.close();
  });

  test.each([
    '/abs/2210.02414',
    '/list/cs.CL/new',
    '/a/tang_j_1',
    '/search/?query=pre-training&searchtype=all',
    '/help',
  ])(
    'on %s the pointer that rests on a link to a paper is told of it, and the page stays as large',
    async (path) => {
      const tab = await session().browser.open(path);
      await tab.run(() => {
        const link = document.createElement('a');
        Object.assign(link, {
          href: 'https://arxiv.org/abs/2301.13442',
          textContent: 'arXiv:2301.13442',
          id: 'to',
        });
        link.style.cssText = 'position: fixed; inset: 40px auto auto 40px; z-index: 9';
        document.body.append(link);
      });
      const size = () =>
        tab.run(() => [document.documentElement.scrollHeight, document.body.scrollWidth].join());
      await tab.page.hover('#to');
      const said = await tab.until(() =>
        document
          .querySelector('gloss-card')
          ?.shadowRoot?.querySelector('.card:not([hidden]) .title')
          ?.getAttribute('data-says'),
      );
      expect(said).toContain('single-agent reinforcement learning');
      const withCard = await size();
      await tab.page.mouse.move(400, 400);
      await tab.until(
        () => document.querySelector('gloss-card')?.shadowRoot?.querySelector('.card[hidden]') !== null,
      );
      expect(await size()).toBe(withCard);
      await tab.close();
    },
  );
});
