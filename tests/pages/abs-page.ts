import { categoryName } from '@/lib/core/categories';
import type { Paper, Version } from '@/lib/core/paper';
import { framed } from './frame';
import { fieldMarkup, joined, NOTHING, page, type Markup } from './markup';

export type AbsOptions = {
  /** The version in the address; without one the page shows the latest. */
  version?: number;
  /** MathJax has drawn the formulas already. */
  mathjax?: boolean;
  /** False: a page without the arXivLabs tabs. */
  labs?: boolean;
  /** `?labs-style=tabs-above`: a second abstract stands in the tabs. */
  labsAbove?: boolean;
};

/** An abstract page, in the markup of mid-2026. */
export function absPage(paper: Paper, options: AbsOptions = {}): string {
  const shown = options.version ?? paper.versions.at(-1)?.version ?? 1;
  const mathjax = options.mathjax ?? false;
  const labs =
    options.labs === false ? NOTHING : labsTabs(options.labsAbove ? abstractOf(paper, mathjax) : NOTHING);
  return framed({
    title: `[${paper.id}] ${paper.title}`,
    head: headOf(paper, shown),
    body: page`<div id="abs-outer">
  ${options.labsAbove ? labs : NOTHING}
  <div class="leftcolumn">
    <div class="subheader"><h1>${categoryName(paper.categories[0] ?? '')}</h1></div>
    <div class="header-breadcrumbs-mobile"><strong>arXiv:${paper.id}</strong></div>
<div id="content-inner">
  <div id="abs">
    ${withdrawalOf(paper, shown)}
    <div class="dateline">
  ${datelineOf(paper, shown)}</div>
    <h1 class="title mathjax"><span class="descriptor">Title:</span>${fieldMarkup(paper.title, mathjax)}</h1>
    <div class="authors"><span class="descriptor">Authors:</span>${authorsOf(paper)}</div>
    <div id="download-button-info" hidden>View a PDF of the paper titled ${paper.title}</div>
    <a class="mobile-submission-download" href="/pdf/${paper.id}">View PDF</a>
    ${abstractOf(paper, mathjax)}
    <!--CONTEXT-->
    <div class="metatable">
      <table summary="Additional metadata">${rowsOf(paper, shown, mathjax)}</table>
    </div>
  </div>
</div>
    <div class="submission-history">
      <h2>Submission history</h2> From: A Submitter [<a href="/show-email/00000000/${paper.id}" rel="nofollow">view email</a>]      <br/>${paper.versions.map((one) => historyLine(paper, one, shown))}
</div>
  </div>
  <!--end leftcolumn-->
${rightColumn(paper, options.version)}
  <!--end extra-services-->
${options.labsAbove ? NOTHING : labs}
  <div class="endorsers">
    <a href="/auth/show-endorsers/${paper.id}" class="endorser-who" rel="nofollow">Which authors of this paper are endorsers?</a>
  </div>
</div>`,
  });
}

function headOf(paper: Paper, shown: number): Markup {
  const authors = paper.authors.map(
    (name) => page`<meta name="citation_author" content="${lastFirst(name)}" />`,
  );
  return page`<link rel="canonical" href="https://arxiv.org/abs/${paper.id}"/>
  <meta property="og:url" content="https://arxiv.org/abs/${paper.id}v${shown}" />
  <meta property="og:description" content="${paper.abstract ?? ''}"/>
  <meta name="citation_title" content="${paper.title}" />${authors}${
    paper.doi === null ? NOTHING : page`<meta name="citation_doi" content="${paper.doi}" />`
  }<meta name="citation_pdf_url" content="https://arxiv.org/pdf/${paper.id}" /><meta name="citation_arxiv_id" content="${paper.id}" /><meta name="citation_abstract" content="${paper.abstract ?? ''}" />`;
}

function lastFirst(name: string): string {
  const space = name.lastIndexOf(' ');
  return space < 0 ? name : `${name.slice(space + 1)}, ${name.slice(0, space)}`;
}

function withdrawalOf(paper: Paper, shown: number): Markup {
  const withdrawn = paper.versions.filter((one) => one.withdrawn).map(({ version }) => version);
  if (withdrawn.includes(shown)) {
    return page`<span class="error" style="border: 2px solid grey">This paper has been withdrawn by A Submitter</span>`;
  }
  return withdrawn.some((version) => version > shown)
    ? page`<span class="error" style="border: 2px solid grey">A newer version of this paper has been withdrawn by A Submitter</span>`
    : NOTHING;
}

function datelineOf(paper: Paper, shown: number): Markup {
  const first = paper.versions[0];
  const last = paper.versions.at(-1);
  const current = paper.versions.find(({ version }) => version === shown);
  if (!first || !last || !current) return page`[Submitted on an unknown day]`;
  const one = page`(<a href="https://arxiv.org/abs/${paper.id}v1">v1</a>)`;
  if (last.version === 1) return page`[Submitted on ${dayWritten(first)}]`;
  if (shown === last.version) {
    return page`[Submitted on ${dayWritten(first)} ${one}, last revised ${dayWritten(last)} (this version, v${shown})]`;
  }
  const latest = page`<em>latest version ${dayWritten(last)}</em> (<a href="https://arxiv.org/abs/${paper.id}v${last.version}">v${last.version}</a>)`;
  return shown === 1
    ? page`[Submitted on ${dayWritten(first)} (this version), ${latest}]`
    : page`[Submitted on ${dayWritten(first)} ${one}, revised ${dayWritten(current)} (this version, v${shown}), ${latest}]`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `15 Oct 2022`. */
export function dayWritten({ date }: Pick<Version, 'date'>): string {
  const at = new Date(date ?? 0);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

function historyLine(paper: Paper, one: Version, shown: number): Markup {
  const mark = page`[v${one.version}]`;
  const at = new Date(one.date ?? 0);
  const time = at.toISOString().slice(11, 19);
  return page`
    <strong>${
      one.version === shown
        ? mark
        : page`<a href="/abs/${paper.id}v${one.version}" rel="nofollow">${mark}</a>`
    }</strong>
        ${DAYS[at.getUTCDay()]}, ${dayWritten(one)} ${time} UTC (${one.withdrawn ? 0 : 412} KB)${one.withdrawn ? page` <em>(withdrawn)</em>` : NOTHING}<br/>`;
}

const SHOWN_AUTHORS = 100;

function authorsOf(paper: Paper): Markup {
  const links = paper.authors.map(
    (name) =>
      page`<a href="https://arxiv.org/search/?searchtype=author&amp;query=${lastFirst(name)}" rel="nofollow">${name}</a>`,
  );
  const rest = links.length - SHOWN_AUTHORS;
  if (rest <= 0) return joined(links, ', ');
  const more = `et al. (${rest} additional authors not shown)`;
  return page`${joined(links.slice(0, SHOWN_AUTHORS), ', ')}
  <div id="long-author-list" style="display: none;">, ${joined(links.slice(SHOWN_AUTHORS), ', ')}</div>
  <a href="javascript:toggleAuthorList('long-author-list','${more}');" title="Show Entire Author List" id="toggle">${more}</a>
  <noscript>&nbsp;You must enable JavaScript to view entire author list.</noscript>`;
}

function abstractOf(paper: Paper, mathjax: boolean): Markup {
  return page`<blockquote class="abstract mathjax">
            <span class="descriptor">Abstract:</span>  ${fieldMarkup(paper.abstract ?? '', mathjax)}
    </blockquote>`;
}

function rowsOf(paper: Paper, shown: number, mathjax: boolean): readonly Markup[] {
  const row = (label: Markup, name: string, value: Markup | undefined): Markup =>
    value
      ? page`<tr>
          <td class="tablecell label">${label}</td>
          <td class="tablecell ${name}">${value}</td>
        </tr>`
      : NOTHING;
  const text = (value: string | null): Markup | undefined =>
    value === null ? undefined : fieldMarkup(value, mathjax);
  const arxivDoi = `https://doi.org/10.48550/arXiv.${paper.id}`;
  return [
    row(page`Comments:`, 'comments mathjax', text(paper.comments)),
    row(page`Subjects:`, 'subjects', subjectsOf(paper)),
    row(
      page`<abbr title="Mathematical Subject Classification">MSC</abbr> classes:`,
      'msc-classes',
      text(paper.mscClass),
    ),
    row(
      page`<abbr title="Association of Computing Machinery Classification">ACM</abbr>&nbsp;classes:`,
      'acm-classes',
      text(paper.acmClass),
    ),
    row(page`Report&nbsp;number:`, 'jref', text(paper.reportNo)),
    row(
      page`Cite as:`,
      'arxivid',
      page`<span class="arxivid"><a href="https://arxiv.org/abs/${paper.id}">arXiv:${paper.id}</a> [${paper.categories[0]}]</span>`,
    ),
    row(
      page`&nbsp;`,
      'arxividv',
      page`(or <span class="arxivid"><a href="https://arxiv.org/abs/${paper.id}v${shown}">arXiv:${paper.id}v${shown}</a> [${paper.categories[0]}]</span> for this version)`,
    ),
    row(page`&nbsp;`, 'arxivdoi', page`<a href="${arxivDoi}" id="arxiv-doi-link">${arxivDoi}</a>`),
    row(page`Journal&nbsp;reference:`, 'jref', text(paper.journalRef)),
    row(
      page`<abbr title="Digital Object Identifier">Related DOI</abbr>:`,
      'doi',
      paper.doi === null
        ? undefined
        : page`<a href="https://doi.org/${paper.doi}" data-doi="${paper.doi}" class="link-https link-external" rel="external noopener nofollow">https://doi.org/${paper.doi}</a>`,
    ),
  ];
}

/** Subjects with the primary one first, as every page lists them. */
export function subjectsOf(paper: Paper): Markup {
  const [primary = '', ...others] = paper.categories.map((code) => `${categoryName(code)} (${code})`);
  return page`
            <span class="primary-subject">${primary}</span>${others.map((other) => page`; ${other}`)}`;
}

function rightColumn(paper: Paper, version: number | undefined): Markup {
  const spelled = version === undefined ? paper.id : `${paper.id}v${version}`;
  return page`<div class="extra-services">    <div class="full-text">
      <span class="descriptor">Full-text links:</span>
      <h2>Access Paper:</h2>
      <ul>
  <li><a href="/pdf/${spelled}" class="abs-button download-pdf">View PDF</a></li><li><a href="https://arxiv.org/html/${spelled}" class="abs-button" id="latexml-download-link">HTML (experimental)</a></li><li><a href="/src/${spelled}" class="abs-button download-eprint">TeX Source</a></li></ul>
      <div class="abs-license"><a href="http://creativecommons.org/licenses/by/4.0/" title="Rights to this article" class="has_license"><span>view license</span></a></div>
    </div>
    <!--end full-text-->    <div class="browse">
    <h3 class="browse-context-heading">Current browse context:</h3>
  <div class="current">${paper.categories[0]}</div>
  <div class="list"><a class="abs-button abs-button-grey abs-button-small context-new" href="/list/${paper.categories[0]}/new" rel="nofollow">new</a></div>
    </div>
      <div class="extra-ref-cite">
        <h3>References &amp; Citations</h3>
        <ul><li><a class="abs-button abs-button-small cite-semantic-scholar" href="https://api.semanticscholar.org/arXiv:${paper.id}">Semantic Scholar</a></li></ul>
      </div>
<div class='extra-ref-cite'>
    <button type="button" id='bib-cite-trigger' class="bib-cite-button abs-button">export BibTeX citation</button>
</div>
<div class="bookmarks"><div><h3>Bookmark</h3></div></div>  </div>`;
}

function labsTabs(inside: Markup): Markup {
  const tabs = ['Bibliographic Tools', 'Code, Data, Media', 'Demos', 'Related Papers', 'About arXivLabs'];
  return page`<!-- LABS AREA -->
<div id="labstabs">
  <div class="labstabs" role="tablist" aria-label="arXivLabs tools">${tabs.map(
    (name, index) => page`<input type="radio" name="tabs" id="tab${index}" class="labs-tab-input">
    <label for="tab${index}" role="tab" aria-selected="${index === 0 ? 'true' : 'false'}" id="tab-label-${index}">${name}</label>`,
  )}
    <div class="tab labs-display-bib" role="tabpanel" id="tabpanel-one">${inside}
      <h1>Bibliographic and Citation Tools</h1>
      <input id="bibex-toggle" type="checkbox" class="lab-toggle" aria-label="Bibliographic Explorer">
    </div>
  </div>
</div>
<!-- END LABS AREA -->`;
}

/** What arXiv answers, with status 404, for a paper that does not exist. */
export function notFoundPage(id: string): string {
  return framed({
    title: 'Article not found',
    body: page`<h1>Article ${id} not found</h1><p>arXiv does not have an article with this identifier.</p>`,
  });
}
