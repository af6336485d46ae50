import type { Paper } from '@/lib/core/paper';

/**
 * What RIS and CSL-JSON have no field for, a line each, as Zotero keeps it in *Extra*: what arXiv says under names
 * that people can read, fields of BibLaTeX as Better BibTeX writes them there (`tex.series: ...`).
 */
export type Extra = {
  journalRef: string | null;
  reportNo: string | null;
  comments: string | null;
  categories: readonly string[];
  type: string | null;
  fields: Readonly<Record<string, string>>;
};

const LINE =
  /^(?:(Journal reference|Report number|Comments|Categories)|tex\.([a-z][a-z0-9_+-]{0,40})): (.*)$/su;
const TYPE = 'entrytype';

/** `cited` is what of its type and fields the format has no place for. */
export function extraLines(
  { journalRef, reportNo, comments, categories }: Paper,
  cited: { type: string | null; fields: Readonly<Record<string, string>> },
): string[] {
  const all: [label: string, value: string | null][] = [
    ['Journal reference', journalRef],
    ['Report number', reportNo],
    ['Comments', comments],
    ['Categories', categories.join(', ')],
    [`tex.${TYPE}`, cited.type],
    ...Object.entries(cited.fields).map(([name, value]): [string, string] => [`tex.${name}`, value]),
  ];
  return all.flatMap(([label, value]) => (value ? [`${label}: ${value.replace(/\s+/g, ' ').trim()}`] : []));
}

/** The lines at the end that are such, and the text before them. */
export function readExtra(text: string): { extra: Extra; rest: string } {
  const lines = text.split('\n');
  const found = new Map<string, string>();
  for (;;) {
    const [, label, field, value] = LINE.exec(lines.at(-1)?.trim() ?? '') ?? [];
    const name = label ?? (field === undefined ? undefined : `tex.${field}`);
    if (name === undefined || value === undefined) break;
    found.set(name, value);
    lines.pop();
  }
  const fields = [...found].flatMap(([name, value]) =>
    name.startsWith('tex.') && name !== `tex.${TYPE}` ? [[name.slice(4), value] as const] : [],
  );
  const extra = {
    journalRef: found.get('Journal reference') ?? null,
    reportNo: found.get('Report number') ?? null,
    comments: found.get('Comments') ?? null,
    categories: categoriesIn(found.get('Categories') ?? ''),
    type: typeIn(found.get(`tex.${TYPE}`) ?? ''),
    fields: Object.fromEntries(fields.reverse()),
  };
  return { extra, rest: lines.join('\n') };
}

const typeIn = (text: string) => (/^[a-z]{1,30}$/.test(text) ? text : null);

const CATEGORY = /^[a-zA-Z][a-zA-Z-]{1,20}(?:\.[a-zA-Z-]{2,20})?$/;
const MOST_CATEGORIES = 50;

/** Categories of arXiv that a file names, parted by commas or blanks. */
export const categoriesIn = (text: string) =>
  [...new Set(text.split(/[\s,;]+/))].filter((code) => CATEGORY.test(code)).slice(0, MOST_CATEGORIES);

/** Fields that are read from the place of another, where a format has one place for both. */
const SHARED = [
  ['journaltitle', 'booktitle'],
  ['booktitle', 'journaltitle'],
  ['number', 'issue'],
] as const;

/** Where a value stands in such a place, its line says which field it is. */
export function fieldsWith(read: Readonly<Record<string, string>>, extra: Extra): Record<string, string> {
  const fields = { ...read };
  for (const [place, field] of SHARED) {
    const said = extra.fields[field];
    if (said !== undefined && said === fields[place]) fields[place] = '';
  }
  return { ...fields, ...extra.fields };
}
