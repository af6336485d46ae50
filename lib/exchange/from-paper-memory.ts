import * as v from 'valibot';
import { parseVersionedId } from '@/lib/core/paper-id';
import { bareDoi } from './identify';
import type { Problem } from './problem';
import { readTime } from './reader-fields';
import { type FileRecord, workFrom } from './record';

const text = v.fallback(v.string(), '');
const paper = v.object({
  ...{
    id: v.string(),
    title: v.string(),
    author: text,
    bibtex: text,
    note: text,
    pdfLink: text,
    venue: text,
  },
  ...{ addDate: text, codeLink: text, doi: text, source: text },
  year: v.fallback(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), ''),
  tags: v.fallback(v.array(v.string()), []),
  favorite: v.fallback(v.boolean(), false),
});
type PaperMemoryPaper = v.InferOutput<typeof paper>;

/** What PaperMemory calls its starred papers. */
const FAVORITES = 'Favorites';

/** True for what PaperMemory exports: an object of papers by id, with its version beside them. */
export function isPaperMemory(value: object): boolean {
  return '__dataVersion' in value || Object.values(value).some((one) => v.is(paper, one));
}

export function fromPaperMemory(
  papers: object,
  lines: readonly number[],
): { records: FileRecord[]; problems: Problem[] } {
  const problems: Problem[] = [];
  // Its own notes beside the papers (`__dataVersion`) hold no objects, so the lines are those of the papers.
  const entries = Object.entries(papers).filter(([, value]) => typeof value === 'object' && value !== null);
  const records = entries.flatMap(([name, value], index): FileRecord[] => {
    const line = lines[index] ?? 0;
    const parsed = v.safeParse(paper, value);
    const work = parsed.success ? workFrom(draftOf(parsed.output)) : undefined;
    if (work && parsed.success) return [{ work, lists: parsed.output.favorite ? [FAVORITES] : [], line }];
    problems.push({ line, code: parsed.success ? 'no-name' : 'bad-value', detail: name.slice(0, 60) });
    return [];
  });
  return { records, problems };
}

function draftOf(given: PaperMemoryPaper) {
  const version = /(?<=v)\d{1,4}(?=(?:\.pdf)?$)/.exec(given.pdfLink)?.[0] ?? null;
  const own = /^arxiv-(.+)$/i.exec(given.id)?.[1]?.replace('_', '/');
  const arxiv = own === undefined ? undefined : parseVersionedId(own);
  return {
    ...{ title: given.title, authors: given.author.split(/\s+and\s+/), type: 'misc' },
    arxiv: arxiv && { ...arxiv, version: version === null ? arxiv.version : Number(version) },
    ...{ doi: bareDoi(given.doi), url: given.pdfLink || null, mentions: [given.pdfLink] },
    fields: {
      year: given.year,
      ...(given.venue !== '' && !/arxiv/i.test(given.venue) ? { howpublished: given.venue } : {}),
      ...(given.codeLink === '' ? {} : { addendum: given.codeLink }),
    },
    key: /^\s*@\w+\s*\{\s*([^\s,]+)\s*,/.exec(given.bibtex)?.[1] ?? null,
    ...{ tags: given.tags, note: given.note, savedAt: readTime(given.addDate) },
  };
}
