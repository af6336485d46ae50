import { expect, test } from 'vitest';
import { violations } from './axe';
import { inEachBrowser } from './gloss';
import { clickNamed, words } from './own-views';

inEachBrowser((session) => {
  test('papers are found, narrowed by facet and year, and one is gone around in by keyboard and saved', async () => {
    const page = await session().browser.openOwn('library.html#explore');
    await page.until(() => document.querySelectorAll('.year').length > 10);
    expect(await violations(page)).toEqual([]);

    await page.click('.explore-search input');
    await page.type('language model');
    const all = await page.until(counted);
    await page.click('.facet');
    await page.until(() => document.querySelector('.facet[aria-pressed=true]') !== null);
    await page.click('.year:last-child');
    await page.until(
      () => document.querySelector('.year:last-child')?.getAttribute('aria-pressed') === 'true',
    );
    expect(
      await page.run(() => document.querySelector<HTMLInputElement>('.explore-search input')?.value),
    ).toMatch(/^language model cat:\S+ year:\d{4}$/);
    const narrowed = await page.until((before) => {
      const [number] = /^[\d,]+/.exec(document.querySelector('.explore-said')?.textContent ?? '') ?? [];
      const now = Number(number?.replaceAll(',', ''));
      return now < before && now;
    }, all);
    expect(narrowed).toBeGreaterThan(0);

    await page.click('.explore-row .button-text');
    await page.until(() => document.querySelectorAll('.map-paper').length > 8);
    await page.click('.map-paper[aria-pressed=true]');
    await page.press('ArrowDown');
    const chosen = await page.until(
      () => document.querySelector('.map-paper:not(.map-step-0)[aria-pressed=true] title')?.textContent,
    );
    expect(await page.run(() => document.activeElement?.querySelector('title')?.textContent)).toBe(chosen);
    expect(await page.run(() => document.querySelector('.map-chosen .paper-title')?.textContent)).toBe(
      chosen,
    );
    await clickNamed(page, words('explore_map_list'));
    expect(await page.run(() => document.querySelectorAll('.map-list .explore-row').length)).toBe(
      await page.run(() => document.querySelectorAll('.map-paper').length),
    );
    expect(await violations(page)).toEqual([]);
    await page.click('.map-chosen .button-icon');
    await page.until(() => document.querySelector('.map-saved[aria-pressed=true]') !== null);
    expect(await page.run(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });
});

/** How many papers are said to be found. */
function counted(): number {
  const [number] = /^[\d,]+/.exec(document.querySelector('.explore-said')?.textContent ?? '') ?? [];
  return document.querySelector('.explore-row') === null ? 0 : Number(number?.replaceAll(',', ''));
}
