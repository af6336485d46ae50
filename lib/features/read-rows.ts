import type { Page } from '@/lib/page/detect';
import { PageRows, type RowNeeds } from './page-rows';

export type ReadRows = typeof readRows;

/** Reads the rows of pages that have them. */
export function readRows(needs: RowNeeds, page: Page): PageRows | null {
  if (page.kind === 'list') return new PageRows(needs, 'list', listingName(page, needs.document.URL));
  if (page.kind === 'author') return new PageRows(needs, 'list', null);
  return page.kind === 'search' ? new PageRows(needs, 'search', null) : null;
}

/** Listings that are read on from day to day have one name for all days; a month or a day its own. */
function listingName({ archive, view }: Extract<Page, { kind: 'list' }>, url: string): string {
  if (view === 'new' || view === 'recent' || view === 'pastweek') return `${archive}/${view}`;
  return `${archive}/${new URL(url).pathname.split('/').at(-1) ?? view}`;
}
