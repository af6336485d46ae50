import type { Paper } from '@/lib/core/paper';
import { bibtexName } from './author-name';
import { citationKey, yearOf } from '@/lib/core/citation-key';
import { escapeTex, escapeVerbatim } from './escape-tex';
import { protectCapitals } from './title-case';

type CitedPaper = Pick<
  Paper,
  'id' | 'title' | 'authors' | 'categories' | 'submitted' | 'doi' | 'journalRef' | 'reportNo'
> & { hasMoreAuthors?: boolean };

/**
 * One paper as a BibTeX entry, ending in a line break. arXiv does not say which part of a journal
 * reference is the volume and which the page, so it goes into `note` as it is.
 */
export function toBibtex(paper: CitedPaper): string {
  const [primary] = paper.categories;
  const fields: [name: string, value: string | null][] = [
    ['author', authorsOf(paper)],
    ['title', protectCapitals(escapeTex(paper.title))],
    ['year', yearOf(paper)?.toString() ?? null],
    ['eprint', paper.id],
    ['archivePrefix', 'arXiv'],
    ['primaryClass', primary ?? null],
    ['reportNumber', paper.reportNo && escapeTex(paper.reportNo)],
    ['doi', paper.doi && escapeVerbatim(paper.doi)],
    ['url', `https://arxiv.org/abs/${paper.id}`],
    ['note', paper.journalRef && escapeTex(paper.journalRef)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@misc{${citationKey(paper)},`, ...lines, '}', ''].join('\n');
}

function authorsOf({ authors, hasMoreAuthors }: CitedPaper): string {
  const names = authors.map(bibtexName);
  return (hasMoreAuthors ? [...names, 'others'] : names).join(' and ');
}
