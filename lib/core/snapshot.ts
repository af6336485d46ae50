import { splitAuthors } from './author-names';
import { parsePaperId } from './paper-id';
import type { Paper, Version } from './paper';

const WITHDRAWN =
  /\b(?:paper|article|manuscript|submission|preprint|work|note)\s+(?:has\s+been|have\s+been|is|was|being)\s+withdrawn\b|^\s*(?:this\s+\w+\s+)?withdrawn\b/i;

/**
 * Reads one record of arXiv's metadata snapshot. Every field but `id` may be missing or null.
 * Title, abstract and comments are kept exactly as received, so that evidence counted in them holds
 * for the record; a missing title is the empty string. What is not a record is an error that says why.
 */
export function parseSnapshotRecord(value: unknown): Paper | { error: string } {
  if (!isRecord(value)) return { error: 'not an object' };
  const rawId = value['id'];
  const id = typeof rawId === 'string' ? parsePaperId(rawId) : undefined;
  if (id === undefined) return { error: `no arXiv id: ${JSON.stringify(rawId ?? null).slice(0, 60)}` };
  const versions = versionsOf(value['versions']);
  const comments = textOf(value['comments']);
  const authors = textOf(value['authors']);
  return {
    id,
    version: versions.at(-1)?.version ?? null,
    title: textOf(value['title']) ?? '',
    authors: authors === null ? [] : splitAuthors(authors),
    abstract: textOf(value['abstract']),
    comments,
    journalRef: textOf(value['journal-ref']),
    reportNo: textOf(value['report-no']),
    doi: textOf(value['doi']),
    categories: textOf(value['categories'])?.split(/\s+/).filter(Boolean) ?? [],
    mscClass: textOf(value['msc-class']),
    acmClass: textOf(value['acm-class']),
    submitted: versions[0]?.date?.slice(0, 10) ?? null,
    versions,
    withdrawn: WITHDRAWN.test(comments?.slice(0, 400) ?? ''),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text with something in it, exactly as it stands. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function versionsOf(value: unknown): Version[] {
  if (!Array.isArray(value)) return [];
  const versions: Version[] = [];
  for (const [index, entry] of value.entries()) {
    if (!isRecord(entry)) continue;
    const label = /^v(\d{1,4})$/.exec(textOf(entry['version']) ?? '')?.[1];
    const number = label === undefined ? index + 1 : Number(label);
    versions.push({ version: number, date: dateOf(entry['created']), withdrawn: false });
  }
  return versions;
}

/** `Fri, 18 Dec 1992 00:00:00 GMT` to ISO. Midnight stands for an unknown time, so it gives a day. */
function dateOf(value: unknown): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) return null;
  const iso = new Date(time).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
}
