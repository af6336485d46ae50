import { expect, test } from 'vitest';
import { RPC_NAME, RPC_VERSION } from '@/lib/rpc/contract';
import { PANEL, relatedPapers } from '../browser/annotations';
import { inEachBrowser } from './gloss';
import { finds } from './own-views';

const VISITED = ['/list/cs.CL/new', '/html/2210.02414', '/a/tang_j_1'];
/** What the browsers ask of their makers by themselves. */
const OF_CHROMIUM = /^https:\/\/(?:[\w-]+\.)*(?:google|googleapis|gvt1|gstatic)\.com\//;
const OF_FIREFOX = /(?:mozilla\.(?:com|org|net)|firefox\.com|localhost\.invalid|mozgcp\.net):443$/;

type Answer = { ok?: boolean; code?: string } | undefined;

inEachBrowser((session) => {
  test('messages that are not in the contract are refused', async () => {
    const page = await session().browser.openOwn('library.html');
    const ask = (message: object): Promise<Answer> =>
      page.run(
        async (sent) => (await chrome.runtime.sendMessage(sent).catch(() => undefined)) as Answer,
        message as never,
      );
    const known = { rpc: RPC_NAME, version: RPC_VERSION };
    expect(await ask({ ...known, method: 'wipe', params: {} })).toMatchObject({
      ok: false,
      code: 'bad-request',
    });
    expect(await ask({ ...known, method: 'toString', params: {} })).toMatchObject({
      ok: false,
      code: 'bad-request',
    });
    expect(await ask({ ...known, method: 'marks', params: { ids: ['<b>'] } })).toMatchObject({
      ok: false,
      code: 'bad-request',
    });
    expect(await ask({ ...known, method: 'save', params: null })).toMatchObject({
      ok: false,
      code: 'bad-request',
    });
    expect(await ask({ ...known, version: 999, method: 'marks', params: { ids: [] } })).toMatchObject({
      ok: false,
      code: 'version-mismatch',
    });
    expect((await ask({ hello: 'there' })) ?? null).toBeNull();
    await page.close();
  });

  test('a page cannot talk to the extension', async () => {
    const tab = await session().browser.open('/abs/2210.02414');
    expect(
      await tab.run(() => typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime),
    ).toBe('undefined');
    const { origin } = session().browser;
    expect(
      await tab.run(
        (own) =>
          fetch(`${own}/popup.html`).then(
            () => 'read',
            () => 'refused',
          ),
        origin,
      ),
    ).toBe('refused');
    await tab.close();
  });

  test('a whole visit makes no request that the pages themselves do not make', async () => {
    const { browser, server } = session();
    const before = server.requests.length;
    const refusedBefore = browser.refused.length;
    const tab = await browser.open('/abs/2301.13442');
    await relatedPapers(tab);
    await tab.click(`${PANEL.side} >>> .save`);
    for (const path of VISITED) {
      const other = await browser.open(path);
      await other.page.bringToFront();
      await other.until(() => document.querySelector('[data-gloss] , gloss-panel, gloss-row') !== null);
      await other.run(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
      await other.close();
    }
    const popup = await browser.openOwn('popup.html');
    expect(await finds(popup, 'scaling laws single-agent', 'Scaling laws')).toBe(true);
    const asked = server.requests.slice(before).map(({ url }) => url);
    const isPart = (url: string) =>
      /^https:\/\/(?:static\.)?arxiv\.org\/[^?]*\.(?:css|js|png|svg|ico|webmanifest)(?:\?|$)/.test(url);
    const pages = asked.filter((url) => !isPart(url) && !OF_CHROMIUM.test(url));
    const wanted = ['/abs/2301.13442', ...VISITED].map((path) => `https://arxiv.org${path}`);
    const elsewhere = browser.refused.slice(refusedBefore).filter((host) => !OF_FIREFOX.test(host));
    console.log(
      `${asked.length} requests of ${wanted.length} pages, ${pages.length - wanted.length + elsewhere.length} not their own, to any host`,
    );
    expect(pages).toEqual(wanted);
    expect(elsewhere).toEqual([]);
    expect(
      server.requests.filter(({ headers }) => /extension:/.test(`${headers.origin} ${headers.referer}`)),
    ).toEqual([]);
  });
});
