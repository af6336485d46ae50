import type { CitedAs } from '@/lib/core/cited-as';
import type { Work } from '@/lib/core/library-copy';
import { workOf } from '@/lib/core/library-copy';
import { isTime } from '@/lib/core/date';
import { isOther } from '@/lib/core/other-work';
import { monthOfId, type VersionedId } from '@/lib/core/paper-id';
import type { Paper } from '@/lib/core/paper';
import type { Status } from '@/lib/core/reading';
import { authorsNamed } from './et-al';
import { arxivIdIn, arxivReference, idOfOther } from './identify';

/** A work as a file has it, and the names of the lists that the file says it is in; `places` where in each of them. */
export type FileRecord = {
  work: Work;
  lists: readonly string[];
  places?: readonly number[];
  line: number;
};

const LIMITS = { title: 2_000, author: 300, authors: 20_000, abstract: 50_000, note: 200_000, field: 20_000 };
const FIELDS = 60;
const FIELD_NAME = /^[a-z][a-z0-9_+-]{0,40}$/;
const TAGS = 1_000;
const TAG_LENGTH = 100;

/** What the readers of all formats find out about a work, before it has its id. */
export type Draft = {
  title: string;
  authors: readonly string[];
  abstract?: string | null;
  doi?: string | null;
  url?: string | null;
  reportNo?: string | null;
  journalRef?: string | null;
  comments?: string | null;
  categories?: readonly string[];
  /** A whole day; a year alone goes into `fields`. */
  submitted?: string | null;
  /** The arXiv id, where the file has a place for it. */
  arxiv?: VersionedId | undefined;
  /** What else names the work itself, beside `doi` and `url`. */
  names?: readonly (string | null | undefined)[];
  /** Where preprints are often named. A work with a publisher's DOI is that, whatever is said here. */
  mentions: readonly (string | null | undefined)[];
  /** Free words, which may be about another work: read only where they are a reference and nothing else. */
  remarks?: readonly (string | null | undefined)[];
  type: string;
  fields: Readonly<Record<string, string>>;
  key?: string | null;
  tags?: readonly string[];
  note?: string;
  status?: Status | null;
  savedAt?: number | null;
};

/** A work of the library from what a file says; undefined where nothing names it. */
export function workFrom(draft: Draft): Work | undefined {
  const doi =
    draft.doi !== undefined && draft.doi !== null && !/^10\.48550\//.test(draft.doi) ? draft.doi : null;
  const versioned = arxivIdOf(draft, doi !== null);
  const title = oneLine(draft.title, LIMITS.title);
  const names = draft.authors
    .slice(0, LIMITS.authors)
    .map((name) => oneLine(name, LIMITS.author))
    .filter((name) => name !== '');
  const { authors, ...more } = authorsNamed(names, draft.authors.length > LIMITS.authors);
  const id = versioned?.id ?? idOfOther({ doi, url: draft.url ?? null, title, authors });
  if (id === undefined) return undefined;
  const paper: Paper = {
    ...{ id, version: versioned?.version ?? null, title, authors, ...more },
    abstract: orNull(oneLine(draft.abstract ?? '', LIMITS.abstract)),
    comments: orNull(oneLine(draft.comments ?? '', LIMITS.field)),
    journalRef: orNull(oneLine(draft.journalRef ?? '', LIMITS.field)),
    ...{ reportNo: orNull(oneLine(draft.reportNo ?? '', LIMITS.author)), doi },
    categories: draft.categories ?? [],
    ...{ mscClass: null, acmClass: null, submitted: draft.submitted ?? null, versions: [], withdrawn: false },
  };
  return {
    ...workOf(paper),
    cited: citedAs(paper, draft),
    key: draft.key === undefined || draft.key === null ? null : cleanKey(draft.key),
    status: draft.status ?? null,
    savedAt: isTime(draft.savedAt) ? draft.savedAt : null,
    tags: tagsOf(draft.tags ?? []),
    note: (draft.note ?? '').toWellFormed().slice(0, LIMITS.note).trim(),
  };
}

function arxivIdOf(draft: Draft, isPublished: boolean): VersionedId | undefined {
  const named = draft.arxiv ?? firstOf([draft.doi, draft.url, ...(draft.names ?? [])], arxivIdIn);
  if (named || isPublished) return named;
  return firstOf(draft.mentions, arxivIdIn) ?? firstOf(draft.remarks ?? [], arxivReference);
}

/** Null where it says no more than the paper's own metadata does. */
function citedAs({ id, submitted }: Paper, { type, fields, url }: Draft): CitedAs | null {
  const year = submitted?.slice(0, 4) ?? (isOther(id) ? '' : String(monthOfId(id).year));
  const kept = Object.entries({ ...(isOther(id) && url ? { url } : {}), ...fields })
    .map(([name, value]): [string, string] => [name, value.toWellFormed().slice(0, LIMITS.field).trim()])
    .filter(([name, value]) => FIELD_NAME.test(name) && value !== '' && !(name === 'year' && value === year))
    .slice(0, FIELDS);
  if (!isOther(id) && kept.length === 0 && PLAIN.has(type)) return null;
  return { type, fields: Object.fromEntries(kept) };
}

/** Types that say nothing of an arXiv paper. */
const PLAIN = new Set(['misc', 'online', 'unpublished', 'article']);

/** Without what ends a key where it is written; null where nothing is left. */
export const cleanKey = (key: string) =>
  orNull(key.replace(/[\s\p{Cc}\p{Cf},{}()"#%~\\]/gu, '').slice(0, 200));

/** One line each, and no comma, which parts tags in every format that has them. */
function tagsOf(tags: readonly string[]): string[] {
  const clean = tags.map((tag) => oneLine(tag.replace(/,/g, ' '), TAG_LENGTH)).filter((tag) => tag !== '');
  return [...new Set(clean)].slice(0, TAGS);
}

/** Without what is invisible and could make the rest lie. */
function oneLine(text: string, length: number): string {
  const clean = text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ');
  return clean.replace(/\s+/g, ' ').trim().slice(0, length).toWellFormed();
}

const orNull = (text: string) => (text === '' ? null : text);

function firstOf<T>(
  texts: readonly (string | null | undefined)[],
  find: (text: string) => T | undefined,
): T | undefined {
  for (const text of texts) {
    const found = text ? find(text) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
