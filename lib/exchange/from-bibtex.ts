import { parseVersionedId } from '@/lib/core/paper-id';
import { type BibtexEntry, readBibtexEntries } from './bibtex-entries';
import { readBibtexNames } from './bibtex-names';
import { categoriesIn } from './extra-lines';
import { bareDoi } from './identify';
import type { Problem } from './problem';
import { type FileRecord, workFrom } from './record';
import { readPlaces, readStatus, readTime } from './reader-fields';
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
    'eprintjournalref eprintcomments eprintcategories eprintdate keywords annote annotation groups groupplaces readstatus creationdate file owner timestamp modificationdate __markedentry'
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
    const lists = listed(entry.fields.get('groups'));
    const places = readPlaces(listed(entry.fields.get('groupplaces')));
    return [{ work, lists, places, line: entry.line }];
  });
  return { records, problems: problems.sort((a, b) => a.line - b.line) };
}

function draftOf({ type, key, fields }: BibtexEntry) {
  const raw = (name: string) => fields.get(name)?.trim() ?? '';
  const read = (name: string) => readTexField(raw(name));
  const ourNote = ourNoteIn(fields);
  const day = [raw('eprintdate'), isArxiv(fields) ? raw('date') : ''].find((text) => DAY.test(text));
  return {
    ...{ type, key, title: read('title'), authors: readBibtexNames(raw('author')) },
    ...{ abstract: read('abstract'), doi: bareDoi(verbatim(raw('doi'))), url: verbatim(raw('url')) },
    ...{ reportNo: read('reportnumber'), comments: read('eprintcomments') },
    journalRef: read('eprintjournalref') || (ourNote === null ? '' : readTexField(ourNote)),
    categories: categoriesOf(raw),
    submitted: day ?? null,
    arxiv: isArxiv(fields) ? parseVersionedId(raw('eprint')) : undefined,
    names: [raw('ee')],
    mentions: ['journal', 'journaltitle', 'howpublished', 'number', 'volume'].map(raw),
    remarks: [raw('note')],
    fields: restOf(fields, ourNote !== null),
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

const DAY = /^\d{4}-\d\d-\d\d$/;

/** All of them where all are said; else the first, which has a field of its own. */
function categoriesOf(raw: (name: string) => string): readonly string[] {
  const primary = raw('primaryclass') || raw('eprintclass');
  const all = categoriesIn(raw('eprintcategories'));
  if (primary === '' || all.includes(primary)) return all;
  return [primary, ...all];
}

/**
 * A note that is the journal reference as arXiv has it: said so, or written by Gloss, which puts it right behind the
 * address. arXiv's own entries begin with the title.
 */
function ourNoteIn(fields: ReadonlyMap<string, string>): string | null {
  const note = fields.get('note');
  if (note === undefined) return null;
  const said = fields.get('eprintjournalref');
  if (said !== undefined) return said.trim() === note.trim() ? note : null;
  const names = [...fields.keys()];
  const isBehind =
    names[names.indexOf('note') - 1] === 'url' && names.indexOf('author') < names.indexOf('title');
  return isBehind &&
    verbatim(fields.get('url') ?? '') === `https://arxiv.org/abs/${fields.get('eprint') ?? ''}`
    ? note
    : null;
}

function restOf(fields: ReadonlyMap<string, string>, hasOurNote: boolean): Record<string, string> {
  const hasOtherDay = fields.has('eprintdate') || !isArxiv(fields);
  const rest = [...fields].filter(([name, value]) => {
    const isDay = name === 'date' && !hasOtherDay && DAY.test(value.trim());
    return !OWN.has(name) && !name.startsWith('bdsk-') && !isDay && !(name === 'note' && hasOurNote);
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
