import { fieldsWith, readExtra } from './extra-lines';
import { bareDoi } from './identify';
import type { Problem } from './problem';
import { readPlaces, readStatus, readTime } from './reader-fields';
import { type FileRecord, workFrom } from './record';
import { RIS_FIELDS, typeOfRis } from './ris-tags';

const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;
const LONGEST = 1_000_000;

type Reference = { line: number; values: Map<string, string[]> };

export function fromRis(text: string): { records: FileRecord[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const records = referencesIn(text, problems).flatMap((reference): FileRecord[] => {
    const { line, values } = reference;
    const work = workFrom(draftOf(values));
    if (work) return [{ work, lists: listsIn(values), places: readPlaces(values.get('U4') ?? []), line }];
    problems.push({ line, code: 'no-name', detail: (values.get('TY') ?? []).join() });
    return [];
  });
  return { records, problems: problems.sort((a, b) => a.line - b.line) };
}

/** Others put other things into the tags left to users, so lists are read only beside what else we write there. */
function listsIn(values: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const isOurs =
    readStatus(values.get('U1')?.[0] ?? '') !== null || readTime(values.get('U3')?.[0] ?? '') !== null;
  return isOurs ? (values.get('U2') ?? []) : [];
}

function referencesIn(text: string, problems: Problem[]): Reference[] {
  const found: Reference[] = [];
  let open: Reference | undefined;
  let last: string[] | undefined;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    const [, tag, value = ''] = LINE.exec(raw) ?? [];
    if (tag === 'TY') {
      if (open) problems.push({ line: open.line, code: 'syntax', detail: 'no ER at its end' });
      open = { line, values: new Map() };
    }
    if (tag === 'ER') {
      if (open) found.push(open);
      [open, last] = [undefined, undefined];
    } else if (tag !== undefined && open) {
      last = [...(open.values.get(tag) ?? []), value.trimEnd()];
      open.values.set(tag, last);
    } else if (last) {
      const [at, before] = [last.length - 1, last.at(-1) ?? ''];
      if (before.length < LONGEST) last[at] = `${before}\n${raw}`;
    } else if (raw.trim() !== '') {
      problems.push({ line, code: 'syntax', detail: raw.slice(0, 60) });
      if (problems.length > 1_000) break;
    }
  }
  if (open) problems.push({ line: open.line, code: 'syntax', detail: 'no ER at its end' });
  return found;
}

function draftOf(values: ReadonlyMap<string, readonly string[]>) {
  const all = (...tags: string[]) => tags.flatMap((tag) => values.get(tag) ?? []);
  const one = (...tags: string[]) =>
    all(...tags)
      .find((value) => value.trim() !== '')
      ?.trim() ?? '';
  const { extra } = readExtra(
    all('M2')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .join('\n'),
  );
  const type = extra.type ?? typeOfRis(one('TY'));
  const year = /^\d{4}/.exec(one('PY', 'Y1', 'DA'))?.[0];
  const [, y, m, d] = /^(\d{4})\/(\d\d)\/(\d\d)/.exec(one('DA', 'Y1')) ?? [];
  const mentions = all('JO', 'JF', 'T2', 'M1', 'L1', 'L2');
  return {
    ...{ type, key: one('ID') || null, title: one('TI', 'T1', 'CT') },
    authors: all('AU', 'A1').map(nameOf),
    ...{ abstract: one('AB', 'N2'), doi: bareDoi(one('DO', 'M3')), url: one('UR') || null },
    submitted: y === undefined ? null : `${y}-${m ?? ''}-${d ?? ''}`,
    ...{ journalRef: extra.journalRef, reportNo: extra.reportNo, comments: extra.comments },
    categories: extra.categories,
    ...{ names: all('AN', 'UR'), mentions, fields: fieldsWith(fieldsOf(type, one, year), extra) },
    tags: all('KW').flatMap((value) => value.split('\n')),
    note: all('N1').join('\n\n'),
    ...{ status: readStatus(one('U1')), savedAt: readTime(one('U3')) },
  };
}

type One = (...tags: string[]) => string;

function fieldsOf(type: string, one: One, year: string | undefined): Record<string, string> {
  const container = type === 'article' ? 'journaltitle' : 'booktitle';
  const fields = new Map(RIS_FIELDS.map(([tag, field]) => [field, one(tag)]));
  fields.set('journaltitle', one('JO', 'JF', 'JA'));
  fields.set('booktitle', '');
  fields.set(container, one('T2', 'BT') || fields.get(container) || '');
  const last = one('EP');
  if (last !== '' && !one('SP').includes('-')) fields.set('pages', `${one('SP')}-${last}`);
  if (year !== undefined) fields.set('year', year);
  return Object.fromEntries(fields);
}

/** `Family, Given, Suffix` */
function nameOf(name: string): string {
  const [family = '', given = '', suffix = ''] = name.split(',').map((part) => part.trim());
  return [given, family, suffix].filter((part) => part !== '').join(' ');
}
