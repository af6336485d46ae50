import { dayOf, parseArxivDate } from '@/lib/core/date';
import type { Paper, Version } from '@/lib/core/paper';
import { parseVersionedId, type PaperId } from '@/lib/core/paper-id';
import { detectPage } from './detect';
import { authorsIn, categoriesIn, textOrNull } from './fields';
import { ABS } from './selectors';
import { collapse, isElement, isText, textOf } from './text';

/**
 * The paper an abstract page shows, before or after MathJax. Undefined when the page has none, or
 * when address and page name different papers: nothing is better than another paper's facts.
 */
export function readAbs(document: Document, url: URL): Paper | undefined {
  const root = document.querySelector(ABS.root.css);
  const title = textOf(root?.querySelector(ABS.title.css));
  if (!root || title === '') return undefined;
  const table = tableOf(root);
  const named = namedPaper(document, url, table.get('cite'));
  if (!named) return undefined;
  const history = versionsIn(document.querySelector(ABS.history.css));
  // The history is below the abstract: while the page is being parsed it may not be there yet.
  const version = named.version ?? history.shown ?? versionIn(root);
  return {
    id: named.id,
    version,
    title,
    ...authorsIn(root.querySelector(ABS.authors.css)),
    abstract: abstractOf(document, root),
    comments: textOrNull(table.get('comments')),
    journalRef: textOrNull(table.get('journal')),
    reportNo: textOrNull(table.get('report')),
    doi: doiIn(table.get('doi')),
    categories: categoriesIn(table.get('subjects')),
    mscClass: textOrNull(table.get('msc')),
    acmClass: textOrNull(table.get('acm')),
    submitted: submittedOn(root, history.versions),
    versions: history.versions,
    withdrawn: isWithdrawn(root, history.versions, version),
  };
}

/** The element of a field that facts are read from; abstract pages only. */
export function absField(
  document: Document,
  field: 'title' | 'abstract' | 'comments' | 'journal-ref',
): Element | undefined {
  const root = document.querySelector(ABS.root.css);
  if (!root) return undefined;
  switch (field) {
    case 'title':
      return root.querySelector(ABS.title.css) ?? undefined;
    case 'abstract':
      return root.querySelector(ABS.abstract.css) ?? undefined;
    case 'comments':
      return tableOf(root).get('comments');
    case 'journal-ref':
      return tableOf(root).get('journal');
  }
}

/** The abstract without links, which only abstract pages have beside the one they show. */
export function plainAbstract(document: Document): string | null {
  return document.querySelector(ABS.metaAbstract.css)?.getAttribute('content') ?? null;
}

function abstractOf(document: Document, root: Element): string | null {
  return textOrNull(root.querySelector(ABS.abstract.css), plainAbstract(document));
}

// Rows are told apart by their label: report number and journal reference have the same class, and
// in 2021 the DOI had that of the subject classes.
const LABELS = /^(?:related\s+)?(comments|subjects|report|journal|doi|msc|acm|cite)\b/i;

function tableOf(root: Element): Map<string, Element> {
  const cells = new Map<string, Element>();
  for (const row of root.querySelectorAll(ABS.row.css)) {
    const [label, value] = row.children;
    const name = LABELS.exec(collapse(label?.textContent ?? ''))?.[1]?.toLowerCase();
    if (name !== undefined && value && !cells.has(name)) cells.set(name, value);
  }
  return cells;
}

function namedPaper(
  document: Document,
  url: URL,
  cite: Element | undefined,
): { id: PaperId; version: number | null } | undefined {
  const page = detectPage(url);
  const meta = document.querySelector(ABS.metaId.css)?.getAttribute('content');
  const said = [
    meta === null || meta === undefined ? undefined : parseVersionedId(meta),
    parseVersionedId(collapse(cite?.querySelector('a')?.textContent ?? '')),
    page.kind === 'abs' ? page : undefined,
  ].filter((one) => one !== undefined);
  const id = said[0]?.id;
  if (id === undefined || said.some((one) => one.id !== id)) return undefined;
  return { id, version: page.kind === 'abs' ? page.version : null };
}

/** A cell may hold several; each link says its own, in its target if nowhere else. */
function doiIn(cell: Element | undefined): string | null {
  const names = [...(cell?.querySelectorAll('a') ?? [])].map(
    (link) =>
      link.getAttribute('data-doi') ?? /doi\.org\/(10\..+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? '',
  );
  return names.filter((name) => name !== '').join(' ') || null;
}

/** `shown` is the version in bold without a link: the one this page is about. */
function versionsIn(history: Element | null): { versions: Version[]; shown: number | null } {
  const versions: Version[] = [];
  let shown: number | null = null;
  for (const mark of history?.querySelectorAll('strong') ?? []) {
    const number = /^\[v(\d{1,4})\]$/.exec(collapse(mark.textContent ?? ''))?.[1];
    if (number === undefined) continue;
    const version = Number(number);
    if (!mark.querySelector('a')) shown = version;
    const after = textUntilBreak(mark);
    versions.push({ version, date: parseArxivDate(after), withdrawn: /\(withdrawn\)/.test(after) });
  }
  return { versions, shown };
}

function versionIn(root: Element): number | null {
  const link = root.querySelector(ABS.thisVersion.css);
  return parseVersionedId(collapse(link?.textContent ?? ''))?.version ?? null;
}

function textUntilBreak(mark: Element): string {
  let text = '';
  for (let node = mark.nextSibling; node; node = node.nextSibling) {
    if (isText(node)) text += node.data;
    else if (isElement(node) && /^(?:BR|STRONG)$/.test(node.tagName)) break;
    else text += node.textContent ?? '';
  }
  return text;
}

function submittedOn(root: Element, versions: readonly Version[]): string | null {
  const first = versions.find(({ version }) => version === 1)?.date;
  const date = first ?? parseArxivDate(textOf(root.querySelector(ABS.dateline.css)));
  return date === null ? null : dayOf(date);
}

function isWithdrawn(root: Element, versions: readonly Version[], version: number | null): boolean {
  // "A newer version of this paper has been withdrawn" is said in the same place.
  if (/^this .*withdrawn/i.test(textOf(root.querySelector(ABS.withdrawn.css)))) return true;
  return versions.some((one) => one.withdrawn && one.version === version);
}
