import { parseVersionedId } from '@/lib/core/paper-id';
import { type BibtexEntry, readBibtexEntries } from './bibtex-entries';
import { readBibtexNames } from './bibtex-names';
import { bareDoi } from './identify';
import type { Problem } from './problem';
import { type FileRecord, workFrom } from './record';
import { readStatus, readTime } from './reader-fields';
import { readTexField, readTexLines } from './tex-field';

/** The BibLaTeX name of what BibTeX calls otherwise. */
const LATER_NAMES = new Map([
  ['journal', 'journaltitle'],
  ['address', 'location'],
  ['school', 'institution'],
]);
/** Read into a place of their own, or about the file they come from. */
const OWN = new Set(
  (
    'author title abstract doi url eprint archiveprefix eprinttype eprintclass primaryclass reportnumber ' +
    'keywords annote annotation groups readstatus creationdate file owner timestamp modificationdate __markedentry'
  ).split(' '),
);
const VERBATIM = new Set(['howpublished', 'issn', 'isbn', 'ee', 'urldate', 'date']);

export function fromBibtex(text: string): { records: FileRecord[]; problems: Problem[] } {
  const { entries, problems } = readBibtexEntries(text);
  const records = entries.flatMap((entry): FileRecord[] => {
    const work = workFrom(draftOf(entry));
    if (!work) {
      problems.push({ line: entry.line, code: 'no-name', detail: `@${entry.type}{${entry.key}` });
      return [];
    }
    return [{ work, lists: listed(entry.fields.get('groups')), line: entry.line }];
  });
  return { records, problems: problems.sort((a, b) => a.line - b.line) };
}

function draftOf({ type, key, fields }: BibtexEntry) {
  const raw = (name: string) => fields.get(name)?.trim() ?? '';
  const read = (name: string) => readTexField(raw(name));
  const primary = raw('primaryclass') || raw('eprintclass');
  return {
    ...{ type, key, title: read('title'), authors: readBibtexNames(raw('author')) },
    ...{ abstract: read('abstract'), doi: bareDoi(verbatim(raw('doi'))), url: verbatim(raw('url')) },
    ...{ reportNo: read('reportnumber'), categories: primary === '' ? [] : [primary] },
    submitted: /^\d{4}-\d\d-\d\d$/.test(raw('date')) && isArxiv(fields) ? raw('date') : null,
    arxiv: isArxiv(fields) ? parseVersionedId(raw('eprint')) : undefined,
    names: [raw('ee')],
    mentions: ['journal', 'journaltitle', 'howpublished', 'number', 'volume'].map(raw),
    remarks: [raw('note')],
    fields: restOf(fields),
    tags: listed(fields.get('keywords')),
    note: readTexLines(raw('annote') || raw('annotation')),
    ...{ status: readStatus(raw('readstatus')), savedAt: readTime(raw('creationdate')) },
  };
}

/** Many files give an `eprint` without saying whose, and then it is arXiv's. */
function isArxiv(fields: ReadonlyMap<string, string>): boolean {
  const whose = fields.get('archiveprefix') ?? fields.get('eprinttype') ?? 'arxiv';
  return fields.has('eprint') && /^\s*arxiv\s*$/i.test(whose);
}

function restOf(fields: ReadonlyMap<string, string>): Record<string, string> {
  const rest = [...fields].filter(([name]) => {
    const isDay = name === 'date' && isArxiv(fields) && /^\d{4}-\d\d-\d\d$/.test(fields.get('date') ?? '');
    return !OWN.has(name) && !name.startsWith('bdsk-') && !isDay;
  });
  return Object.fromEntries(
    rest.map(([name, value]) => [
      LATER_NAMES.get(name) ?? name,
      VERBATIM.has(name) ? verbatim(value) : readTexField(value),
    ]),
  );
}

/** Programs escape what they need not in addresses. */
const verbatim = (tex: string) =>
  tex
    .replace(/\\([_%&#{}~$])/g, '$1')
    .replace(/\s+/g, '')
    .trim();

/** Commas part tags and lists; JabRef escapes those within one. */
function listed(tex: string | undefined): string[] {
  const parts = (tex ?? '').split(/(?<!\\)[,;]/).map((part) => readTexLines(part.replace(/\\([,;])/g, '$1')));
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
}
