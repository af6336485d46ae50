import type { Reference } from '@/lib/core/shown';
import { HTML_PAPER } from './selectors';
import { textOf } from './text';

const LONGEST = 1_000;
const MOST_LINKS = 8;
const MOST_REFERENCES = 2_000;

/** The reference a citation leads to, by its address (`#bib.bib3`). */
export function citedBy(document: Document, href: string): Reference | undefined {
  if (!/^#bib\./.test(href)) return undefined;
  const item = document.getElementById(href.slice(1));
  return item?.matches(HTML_PAPER.reference.css) ? referenceOf(item) : undefined;
}

/** Every reference of an HTML paper, with its element. */
export function referencesIn(document: Document): { item: Element; reference: Reference }[] {
  return [...document.querySelectorAll(HTML_PAPER.reference.css)]
    .slice(0, MOST_REFERENCES)
    .map((item) => ({ item, reference: referenceOf(item) }));
}

function referenceOf(item: Element): Reference {
  const blocks = [...item.querySelectorAll(HTML_PAPER.referenceText.css)];
  const links = [...item.querySelectorAll('a[href^="http"]')].map((link) => link.getAttribute('href') ?? '');
  return {
    text: blocks
      .map((block) => textOf(block))
      .join(' ')
      .slice(0, LONGEST),
    links: links.filter((link) => link.length <= LONGEST).slice(0, MOST_LINKS),
  };
}
