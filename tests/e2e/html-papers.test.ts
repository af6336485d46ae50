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
});
