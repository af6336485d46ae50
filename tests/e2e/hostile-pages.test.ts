import { expect, test } from 'vitest';
import { PANEL, panelHas } from '../browser/annotations';
import type { View } from '../browser/gloss-browser';
import { HOSTILE } from '../pages/papers';
import { inEachBrowser } from './gloss';
import { shows, words } from './own-views';

inEachBrowser((session) => {
  test('markup, scripts and 100,000 characters in a paper are text wherever they are shown', async () => {
    const tab = await session().browser.open(`/abs/${HOSTILE.id}`);
    await tab.click(`${PANEL.side} >>> .save`);
    await panelHas(tab, PANEL.side, '.save.saved');
    const listing = await session().browser.open('/list/cs.CL/new');
    await listing.until((id) => {
      const row = document.getElementById(id)?.closest('dt');
      row?.scrollIntoView();
      return Boolean(row?.querySelector('[data-gloss]'));
    }, HOSTILE.id);
    const popup = await session().browser.openPopup(tab);
    await shows(popup, words('library_saved'));
    await shows(popup, '<img src=x');
    // Chromium closes the popup when another tab comes up.
    expect(await popup.run(wasHacked)).toBe(false);
    const library = await session().browser.openOwn('library.html');
    await shows(library, '<img src=x');
    for (const view of [tab, listing, library]) expect(await view.run(wasHacked)).toBe(false);
    expect(await markupIn(tab)).toEqual([]);
    expect(await markupIn(library)).toEqual([]);
  });
});

/** Runs over there. */
function wasHacked(): boolean {
  return 'hacked' in window;
}

/** Elements in what we drew that only a paper's text could have made. */
function markupIn(view: View): Promise<string[]> {
  return view.run(() => {
    const roots = [...document.querySelectorAll('[data-gloss]')].map((host) => host.shadowRoot ?? host);
    const ours: ParentNode[] = location.protocol === 'https:' ? roots : [document.body];
    return ours
      .flatMap((root) => [
        ...root.querySelectorAll('img, iframe, b, svg[onload], [onerror], a[href^="javascript:"]'),
      ])
      .map((element) => element.tagName);
  });
}
