import { readFileSync } from 'node:fs';
import { absPage, notFoundPage } from './abs-page';
import { MATHJAX_PATH, STYLE_PATH } from './frame';
import { htmlPage, pdfStub } from './html-page';
import { authorPage, classicListPage, listPage, type ListSection } from './list-page';
import { MATHJAX_STAND_IN } from './mathjax-stand-in';
import type { Paper } from '@/lib/core/paper';
import { INVENTED, MANY_AUTHORS, OLD_STYLE, SEEDS, WITHDRAWN, seed } from './papers';
import { searchPage } from './search-page';

/** What a server answers for one path and query of https://arxiv.org. */
export type SitePage = { status: number; html: string; contentType: string };

/**
 * The project's own arXiv: the ten seeds and a few invented papers, at the addresses arXiv would have
 * them. Keys are path and query (`/abs/2210.02414?context=cs.AI`).
 */
export function siteOf(): Map<string, SitePage> {
  const site = new Map<string, SitePage>();
  const put = (path: string, html: string, status = 200): void => {
    site.set(path, { status, html, contentType: 'text/html; charset=utf-8' });
  };
  for (const paper of [...SEEDS, ...INVENTED]) putPaper(put, paper);
  put('/abs/2210.02414?context=cs.AI', absPage(seed('2210.02414')));
  put('/abs/2210.02414?labs-style=tabs-above', absPage(seed('2210.02414'), { labsAbove: true }));
  put('/abs/2301.13442?without=labs', absPage(seed('2301.13442'), { labs: false }));
  put('/abs/HEP-TH/9711200', absPage(OLD_STYLE));
  put('/abs/2601.99999', notFoundPage('2601.99999'), 404);
  putListings(put);
  for (const [path, html, contentType] of ASSETS) site.set(path, { status: 200, html, contentType });
  for (const { id } of SEEDS) {
    site.set(`/pdf/${id}`, { status: 200, html: pdfStub(), contentType: 'application/pdf' });
  }
  return site;
}

const ASSETS: readonly (readonly [path: string, text: string, contentType: string])[] = [
  [STYLE_PATH, readFileSync(new URL('layout.css', import.meta.url), 'utf8'), 'text/css'],
  [MATHJAX_PATH, MATHJAX_STAND_IN, 'text/javascript'],
];

type Put = (path: string, html: string, status?: number) => void;

function putPaper(put: Put, paper: Paper): void {
  put(`/abs/${paper.id}`, absPage(paper));
  for (const { version } of paper.versions) put(`/abs/${paper.id}v${version}`, absPage(paper, { version }));
  const last = paper.versions.length;
  const references = SEEDS.filter(({ id }) => id !== paper.id).map(({ id, authors, title }) => ({
    id,
    text: `${authors[0]} et al. ${title}.`,
  }));
  put(`/html/${paper.id}v${last}`, htmlPage(paper, last, references));
  put(`/html/${paper.id}`, htmlPage(paper, last, references));
}

function putListings(put: Put): void {
  put('/list/cs.CL/new', listPage(newSections(), { name: 'Computation and Language', abstracts: true }));
  const recent = listPage(recentSections(), { name: 'Computation and Language' });
  put('/list/cs.CL/recent', recent);
  put('/list/cs.CL/pastweek', recent);
  put(
    '/list/cs.CL/2022-10',
    listPage([{ rows: SEEDS.map((paper) => ({ paper })) }], { name: 'Computation and Language' }),
  );
  put(
    '/catchup/cs.CL/2026-11-19?abs=True',
    listPage(newSections(), { name: 'Computation and Language', abstracts: true }),
  );
  put('/list/cs.CL/2024', classicListPage(SEEDS, 'Computation and Language'));
  put('/a/tang_j_1', authorPage('Jie Tang', SEEDS));
  put(
    '/search/?query=pre-training&searchtype=all',
    searchPage('pre-training', [...SEEDS, OLD_STYLE, MANY_AUTHORS]),
  );
  put('/search/?query=zzzznothing&searchtype=all', searchPage('zzzznothing', []));
}

/** /new: new submissions, cross-lists, replacements. */
function newSections(): ListSection[] {
  const [first = [], second = [], third = []] = [SEEDS.slice(0, 5), SEEDS.slice(5, 8), SEEDS.slice(8)];
  const sections: [name: string, rows: ListSection['rows']][] = [
    [
      'New submissions',
      [...first, ...INVENTED.filter((paper) => paper !== WITHDRAWN)].map((paper) => ({ paper })),
    ],
    ['Cross submissions', second.map((paper) => ({ paper, note: `cross-list from ${paper.categories[0]}` }))],
    ['Replacement submissions', [...third, WITHDRAWN].map((paper) => ({ paper, note: 'replaced' }))],
  ];
  return sections.map(([name, rows]) => ({
    heading: `${name} (showing ${rows.length} of ${rows.length} entries)`,
    rows,
  }));
}

/** /recent: days, one of them empty, and a paper that stands on two of them. */
function recentSections(): ListSection[] {
  const days: [day: string, papers: readonly Paper[]][] = [
    ['Fri, 20 Nov 2026', SEEDS.slice(0, 4)],
    ['Thu, 19 Nov 2026', []],
    ['Wed, 18 Nov 2026', [...SEEDS.slice(4), ...SEEDS.slice(0, 1)]],
  ];
  return days.map(([day, papers]) => ({
    heading: papers.length === 0 ? day : `${day} (showing ${papers.length} of ${papers.length} entries )`,
    rows: papers.map((paper) => ({ paper })),
  }));
}
