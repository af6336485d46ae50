import type { Paper } from '@/lib/core/paper';
import { parseVersionedId, type VersionedId } from '@/lib/core/paper-id';
import { collapse, isText, textOf } from './text';

/** How many authors are read from one page; the longest author lists on arXiv are below 6,000. */
const AUTHOR_LIMIT = 10_000;
const AND_MORE = /\bet al\b|additional authors? not shown/;
const AUTHOR_LINK = /searchtype=author|\/find\/.*au:/;
// arXiv cuts names at commas, so `M. Finger, Jr.` becomes two links.
const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV)$/;
const CATEGORY = /\(([a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2}|\.[a-z]+(?:-[a-z]+)*)?)\)\s*(?:;|$)/g;

/** The text of a field, or null where the page has none. */
export function textOrNull(field: Element | null | undefined, plain?: string | null): string | null {
  const text = textOf(field, plain);
  return text === '' ? null : text;
}

/** Who wrote a paper as its page says; arXiv's search cuts long lists, and so do some of arXiv's records. */
export function authorsIn(field: Element | null | undefined): Pick<Paper, 'authors' | 'hasMoreAuthors'> {
  const isCut = [...(field?.childNodes ?? [])].some((node) => isText(node) && AND_MORE.test(node.data));
  return { authors: namesIn(field), ...(isCut ? { hasMoreAuthors: true } : {}) };
}

/** Names arXiv links to its author search, in order. Affiliations are plain text between the links. */
function namesIn(field: Element | null | undefined): string[] {
  const names: string[] = [];
  for (const link of field?.querySelectorAll('a') ?? []) {
    if (names.length === AUTHOR_LIMIT) break;
    const name = AUTHOR_LINK.test(link.getAttribute('href') ?? '') ? collapse(link.textContent ?? '') : '';
    if (SUFFIX.test(name) && names.length > 0) names.push(`${names.pop() ?? ''} ${name}`);
    else if (name !== '') names.push(name);
  }
  return names;
}

/** `Combinatorics (math.CO); Mathematical Physics (math-ph)`: what stands in the parentheses, in order. */
export function categoriesIn(field: Element | null | undefined): string[] {
  const found = [...textOf(field).matchAll(CATEGORY)].map(([, category = '']) => category);
  return [...new Set(found)];
}

/** The one match in `root`: markup that has lost a tag can run two rows into one. */
export function onlyMatch(root: Element, css: string): Element | undefined {
  const matches = root.querySelectorAll(css);
  return matches.length === 1 ? matches[0] : undefined;
}

/** The paper a link to an abstract page shows and leads to; undefined when the two differ. */
export function namedBy(link: Element | undefined): VersionedId | undefined {
  const [, target = ''] = /\/abs\/([^?#]+)/.exec(link?.getAttribute('href') ?? '') ?? [];
  const leads = parseVersionedId(target);
  const shows = parseVersionedId(collapse(link?.textContent ?? ''));
  return leads && shows && leads.id === shows.id ? leads : undefined;
}
