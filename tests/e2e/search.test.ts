import { expect, test } from 'vitest';
import { relatedPapers } from '../browser/annotations';
import type { View } from '../browser/gloss-browser';
import { SEEDS } from '../pages/papers';
import { inEachBrowser } from './gloss';
import { finds, search, words } from './own-views';

/** Main method or acronym of each seed, as a reader would type it. */
const NAMES: Readonly<Record<string, string>> = {
  '2301.13442': 'intrinsic performance',
  '2211.16776': 'HPINet',
  '2211.14313': 'autonomous mobile clinics',
  '2210.16771': 'parameter-efficient tuning',
  '2210.02414': 'GLM-130B',
  '2208.07638': 'kgTransformer',
  '2208.04708': 'adaptive learning MOOCs',
  '2207.07087': 'parameter-efficient prompt tuning',
  '2207.00737': 'IAAD',
  '2206.11795': 'Video PreTraining',
};

inEachBrowser((session) => {
  test('the popup finds each seed by title, surname, id and method, as it is typed', async () => {
    await relatedPapers(await session().browser.open('/abs/2210.02414'));
    const popup = await session().browser.openOwn('popup.html');
    const missed: string[] = [];
    for (const { id, title, authors } of SEEDS) {
      const surname = authors[0]?.split(' ').at(-1) ?? '';
      const titleWords = title.split(/\s+/).slice(0, 4).join(' ');
      const queries = [
        titleWords,
        `${surname} ${title
          .split(/[\s:]+/)
          .slice(0, 3)
          .join(' ')}`,
        id,
        NAMES[id] ?? '',
      ];
      for (const query of queries) {
        if (!(await finds(popup, query, title.slice(0, 20)))) missed.push(`${id}: ${query}`);
      }
    }
    expect(missed).toEqual([]);
    await popup.close();
  });

  test('words typed in part are found, and what matched is marked', async () => {
    const popup = await session().browser.openOwn('popup.html');
    expect(await finds(popup, 'bilingual pre-trained mod', 'GLM-130B')).toBe(true);
    expect(await popup.run(() => document.querySelectorAll('[role=option] mark').length)).toBeGreaterThan(0);
    await popup.close();
  });

  test('arrows move through the results', async () => {
    const popup = await session().browser.openOwn('popup.html');
    await finds(popup, 'GLM-130B', 'GLM-130B');

    const first = await activeRow(popup);
    await popup.press('ArrowDown');
    await popup.until((before) => document.querySelector('[aria-selected=true]')?.id !== before, first);
    await popup.press('ArrowUp');
    expect(await popup.until(() => document.querySelector('[aria-selected=true]')?.id)).toBe(first);
    await popup.close();
  });

  test('nothing found says among how many, and offers arXiv itself; an id can always be opened', async () => {
    const popup = await session().browser.openOwn('popup.html');
    await search(popup, 'zzzzqqq xxyyzz');
    const [before = ''] = words('popup_no_hits').split('$');
    const text = await popup.until(
      (start) => document.body.innerText.includes(start) && document.body.innerText,
      before,
    );
    expect(text).toMatch(/\d/);
    const offered = (address: string) =>
      popup.until((start) => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('a[role=option]')];
        return links.some(({ href }) => href.startsWith(start));
      }, address);
    await offered('https://arxiv.org/search/');
    await search(popup, '9912.01234');
    await offered('https://arxiv.org/abs/9912.01234');
    await popup.close();
  });
});

function activeRow(popup: View): Promise<string> {
  return popup.until(() => document.querySelector('[aria-selected=true]')?.id);
}
