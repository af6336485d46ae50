import browser from 'webextension-polyfill';
import type { Library } from '@/lib/library';
import { detectPage } from '@/lib/page/detect';
import { showBadge, tellsFailure } from './badge';

/**
 * The button of every tab that shows a paper says whether it is saved: now, and at every change while a page of
 * ours is open. The background hears of what arXiv's pages change, and may be stopped when ours change something.
 * Opening a page of ours changes nothing: what could not be done is still told of then.
 */
export function keepBadges(
  library: Pick<Library, 'watch' | 'savedCount' | 'savedAmong'>,
  report: (error: unknown) => void,
): () => void {
  let isFirst = true;
  const show = async (isChange: boolean): Promise<void> => {
    // Tabs elsewhere do not say their address.
    const tabs = await browser.tabs.query({});
    const shown = tabs.flatMap(({ id: tab, url }) => {
      const page = url !== undefined && URL.canParse(url) ? detectPage(new URL(url)) : undefined;
      return tab !== undefined && page && 'id' in page ? [{ tab, paper: page.id }] : [];
    });
    const saved = await library.savedAmong(shown.map(({ paper }) => paper));
    await Promise.all(
      shown.map(async ({ tab, paper }) => {
        if (isChange || !(await tellsFailure(tab))) await showBadge(tab, saved.has(paper));
      }),
    );
  };
  return library.watch(
    () => library.savedCount(),
    () => {
      void show(!isFirst).catch(report);
      isFirst = false;
    },
    report,
  );
}
