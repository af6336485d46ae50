import type { Paper } from '@/lib/core/paper';
import { detectPage } from './detect';
import { readAbs } from './read-abs';
import { readHtml } from './read-html';
import { readList } from './read-list';
import { readSearch } from './read-search';

/** Every paper a page states, each once, in the page's order. Empty where a page has none. */
export function readPage(document: Document, url: URL): Paper[] {
  const papers = new Map<string, Paper>();
  for (const paper of papersOf(document, url)) {
    // A week's listing can have a paper twice: submitted one day, cross-listed the next.
    if (!papers.has(paper.id)) papers.set(paper.id, paper);
  }
  return [...papers.values()];
}

function papersOf(document: Document, url: URL): Paper[] {
  switch (detectPage(url).kind) {
    case 'abs':
      return known(readAbs(document, url));
    case 'html':
      return known(readHtml(document, url));
    case 'list':
    case 'author':
      return readList(document).map(({ paper }) => paper);
    case 'search':
      return readSearch(document).map(({ paper }) => paper);
    case 'pdf':
    case 'other':
      return [];
  }
}

function known(paper: Paper | undefined): Paper[] {
  return paper ? [paper] : [];
}
