import { dayOf, parseArxivDate } from '@/lib/core/date';
import type { Paper } from '@/lib/core/paper';
import { parseVersionedId } from '@/lib/core/paper-id';
import { detectPage } from './detect';
import { HTML_PAPER } from './selectors';
import { collapse, textOf } from './text';

/**
 * The paper an HTML page shows, as far as LaTeXML's markup says it. Undefined for an author's own HTML,
 * for a stub, and when address and watermark name different papers.
 */
export function readHtml(document: Document, url: URL): Paper | undefined {
  const page = detectPage(url);
  if (page.kind !== 'html') return undefined;
  const mark = watermarkOf(document);
  const title = textOf(document.querySelector(HTML_PAPER.title.css)) || titleOfTab(document, mark);
  if (title === '' || (mark && mark.id !== page.id)) return undefined;
  const version = mark?.version ?? page.version;
  const date = mark?.date ?? null;
  return {
    id: page.id,
    version,
    title,
    authors: [...document.querySelectorAll(HTML_PAPER.name.css)].flatMap(namesIn),
    fromText: true,
    abstract: abstractOf(document),
    comments: null,
    journalRef: null,
    reportNo: null,
    doi: null,
    categories: mark?.category === undefined ? [] : [mark.category],
    mscClass: null,
    acmClass: null,
    submitted: version === 1 ? date : null,
    versions: version === null ? [] : [{ version, date, withdrawn: false }],
    withdrawn: false,
  };
}

/** `arXiv:0704.0542v2 [math.CO] 23 Apr 2007` */
function watermarkOf(document: Document) {
  const text = textOf(document.querySelector(HTML_PAPER.watermark.css));
  const [, spelled = '', category, day = ''] = /^(\S+)(?:\s+\[([\w.-]+)\])?(.*)$/.exec(text) ?? [];
  const named = parseVersionedId(spelled);
  const date = parseArxivDate(day);
  return named && { ...named, category, date: date === null ? null : dayOf(date) };
}

/** Some papers have no title of their own; the tab's is arXiv's then, but only on a converted page. */
function titleOfTab(document: Document, mark: object | undefined): string {
  return mark ? collapse(document.title) : '';
}

function abstractOf(document: Document): string | null {
  const text = [...document.querySelectorAll(HTML_PAPER.abstract.css)].map((part) => textOf(part)).join(' ');
  return text === '' ? null : text;
}

/**
 * Names in one `ltx_personname`, which holds whatever the paper's `\author{}` did: several names,
 * affiliations after a line break, marks of footnotes.
 */
function namesIn(element: Element): string[] {
  const line = textUntilBreak(element);
  return collapse(line)
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .map((name) => name.replace(/[\s\d*†‡§¶]+$/, ''))
    .filter((name) => /\p{L}/u.test(name) && !/[\d@]/.test(name) && name.length <= 80);
}

function textUntilBreak(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeName === 'BR') {
      if (text.trim() !== '') break;
    } else if (node.nodeName !== 'SUP') text += node.textContent ?? '';
  }
  return text;
}
