import { readFileSync } from 'node:fs';
import { monthOfId, parsePaperId, type PaperId } from '@/lib/core/paper-id';
import type { Paper, Version } from '@/lib/core/paper';
import { parseSnapshotRecord } from '@/lib/core/snapshot';

/** The ten seeds. Their dates are invented: the material has none. */
export const SEEDS: readonly Paper[] = readFileSync(new URL('../seeds/seeds.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => seedOf(JSON.parse(line)));

function seedOf(record: unknown): Paper {
  const paper = parseSnapshotRecord(record);
  if ('error' in paper) throw new Error(paper.error);
  return dated(paper, 2);
}

/** The seed with this id. */
export function seed(id: string): Paper {
  const paper = SEEDS.find((one) => one.id === id);
  if (!paper) throw new Error(`no seed ${id}`);
  return paper;
}

/** `paper` with `count` versions, half a year apart, the first on the 15th of the month its id names. */
function dated(paper: Paper, count: number): Paper {
  const { year, month } = monthOfId(paper.id);
  const versions = Array.from({ length: count }, (_, index): Version => {
    const at = new Date(Date.UTC(year, month - 1 + 6 * index, 15, 14, 6, index));
    return { version: index + 1, date: at.toISOString().replace('.000', ''), withdrawn: false };
  });
  const submitted = versions[0]?.date?.slice(0, 10) ?? null;
  return { ...paper, versions, version: count, submitted };
}

/** A paper that does not exist, unless `fields` say otherwise. */
export function invented(id: string, fields: Partial<Paper> & { title: string }): Paper {
  return dated({ ...EMPTY, id: idOf(id), authors: ['Ada Author', 'Ben Author'], ...fields }, 1);
}

/** The same paper with its last version withdrawn. */
function withdrawn(paper: Paper): Paper {
  const last = paper.versions.length;
  const versions = paper.versions.map((one) => (one.version === last ? { ...one, withdrawn: true } : one));
  return { ...paper, versions, withdrawn: true };
}

function idOf(text: string): PaperId {
  const id = parsePaperId(text);
  if (id === undefined) throw new Error(`not an id: ${text}`);
  return id;
}

const EMPTY: Paper = {
  id: idOf('2601.90001'),
  version: null,
  title: '',
  authors: [],
  abstract: null,
  comments: null,
  journalRef: null,
  reportNo: null,
  doi: null,
  categories: ['cs.CL'],
  mscClass: null,
  acmClass: null,
  submitted: null,
  versions: [],
  withdrawn: false,
};

/** Every field a page can have, an old id, formulas in title, abstract and comments. Its abstract is ours. */
export const OLD_STYLE = dated(
  invented('hep-th/9711200', {
    title: 'The Large $N$ Limit of Superconformal Field Theories and Supergravity',
    authors: ['Juan M. Maldacena'],
    abstract:
      'An invented abstract: we look at $\\mathcal{N}=4$ theories for large $N$ and find that $\\alpha^\\prime \\to 0$ is a good limit. See arXiv:hep-th/9802150 for more, and $g_s N \\gg 1$.',
    comments: '20 pages, $v_3$: references added',
    journalRef: 'Adv.Theor.Math.Phys.2:231-252,1998',
    reportNo: 'HUTP-97/A097',
    doi: '10.1023/A:1026654312961',
    categories: ['hep-th'],
    mscClass: '81T30, 83E50',
    acmClass: 'J.2',
  }),
  3,
);

export const WITHDRAWN = withdrawn(
  dated(
    invented('2601.90002', {
      title: 'A Proof with a Gap',
      abstract: 'We prove what cannot be proved. Code will be released.',
      comments: 'This paper has been withdrawn by the authors due to an error in Lemma 2',
      categories: ['math.NT', 'math.AG'],
    }),
    2,
  ),
);

export const MANY_AUTHORS = invented('2601.90003', {
  title: 'Search for Something at 13 TeV',
  authors: ['The Invented Collaboration', ...Array.from({ length: 130 }, (_, n) => `Given${n} Family${n}`)],
  abstract: 'We searched for something and set limits on it.',
  categories: ['hep-ex'],
});

const RTL = '\u202Eright to left\u202C';
const ZERO_WIDTH = 'zero\u200Bwidth\u200D\uFEFF';

/** Markup, scripts, control characters and 100,000 characters, everywhere a paper has text. */
export const HOSTILE = invented('2601.90004', {
  title: `<img src=x onerror="window.hacked=1"> </h1><script>window.hacked=1</script> ${RTL} & ${ZERO_WIDTH} שלום`,
  authors: ['<b>Bold</b> Author', 'Eve "}]</a> O\'Quote'],
  abstract: `</blockquote><script>window.hacked=1</script><svg onload=window.hacked=1> {{constructor}} javascript:alert(1) ${'A very long abstract. '.repeat(4800)} The end.`,
  comments: `<iframe src="javascript:window.hacked=1"></iframe> ${RTL} 12 pages; code at https://example.org/"><script>window.hacked=1</script>`,
  journalRef: '<style>*{display:none}</style> J. Invented 1',
  categories: ['cs.CR'],
});

/** Nothing but a title: what a page without anything to say looks like. */
export const BARE = invented('2601.90005', {
  title: 'Notes',
  abstract: 'Some notes.',
  categories: ['math.HO'],
});

export const INVENTED: readonly Paper[] = [OLD_STYLE, WITHDRAWN, MANY_AUTHORS, HOSTILE, BARE];
