import { siteOf } from '@/tests/pages/site';
import type { Site } from './arxiv-server';

/** The pages the project writes itself, at their arXiv addresses. */
export function ownPages(): Site {
  const pages = siteOf();
  return (url) => {
    const page = pages.get(url.pathname + url.search);
    return page && { status: page.status, type: page.contentType, body: page.html };
  };
}
