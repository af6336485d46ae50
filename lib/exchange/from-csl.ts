import * as v from 'valibot';
import { STATUSES } from '@/lib/core/reading';
import { containerOf } from './container';
import { CSL_FIELDS, typeOfCsl } from './csl-names';
import { fieldsWith, readExtra } from './extra-lines';
import { arxivIdIn, bareDoi } from './identify';
import type { Problem } from './problem';
import { type FileRecord, workFrom } from './record';

const text = v.fallback(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), '');
const strings = v.fallback(v.array(v.string()), []);
const name = v.fallback(
  v.object({ family: text, given: text, literal: text, suffix: text, 'non-dropping-particle': text }),
  { family: '', given: '', literal: '', suffix: '', 'non-dropping-particle': '' },
);
const mine = v.object({
  status: v.fallback(v.nullable(v.picklist(STATUSES)), null),
  savedAt: v.fallback(v.nullable(v.number()), null),
  lists: strings,
  places: v.fallback(v.array(v.number()), []),
  tags: strings,
  note: text,
});
const item = v.looseObject({
  ...{ id: text, type: text, title: text, abstract: text, DOI: text, URL: text, number: text, keyword: text },
  author: v.fallback(v.array(name), []),
  issued: v.fallback(v.object({ 'date-parts': v.array(v.array(v.union([v.number(), v.string()]))) }), {
    'date-parts': [],
  }),
  custom: v.fallback(v.object({ gloss: v.nullable(mine) }), { gloss: null }),
});
type Item = v.InferOutput<typeof item>;

/** `lines` say where each item begins. */
export function fromCsl(
  items: readonly unknown[],
  lines: readonly number[],
): { records: FileRecord[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const records = items.flatMap((value, index): FileRecord[] => {
    const line = lines[index] ?? 0;
    const parsed = v.safeParse(item, value);
    const work = parsed.success ? workFrom(draftOf(parsed.output)) : undefined;
    if (work && parsed.success) {
      const { lists = [], places = [] } = parsed.output.custom.gloss ?? {};
      return [{ work, lists, places, line }];
    }
    const detail = parsed.success ? parsed.output.id : 'not an object';
    problems.push({ line, code: parsed.success ? 'no-name' : 'bad-value', detail: detail.slice(0, 60) });
    return [];
  });
  return { records, problems };
}

function draftOf(value: Item) {
  const [year, month, day] = (value.issued['date-parts'][0] ?? []).map(Number);
  const gloss = value.custom.gloss;
  const isDay = year !== undefined && month !== undefined && day !== undefined;
  const container = textOf(value['container-title']);
  const { extra, rest } = readExtra(textOf(value['note']));
  const type = extra.type ?? typeOfCsl(value.type);
  return {
    ...{ type, key: value.id || null, title: value.title },
    authors: value.author.map(nameOf),
    ...{ abstract: value.abstract, doi: bareDoi(value.DOI), url: value.URL || null },
    submitted: isDay ? `${year}-${two(month)}-${two(day)}` : null,
    ...{ names: [value.number], mentions: [container], remarks: [rest] },
    ...{ journalRef: extra.journalRef, reportNo: extra.reportNo, comments: extra.comments },
    categories: extra.categories,
    fields: fieldsWith({ ...fieldsOf(value, year), [containerOf(type)]: container, note: rest }, extra),
    tags: gloss?.tags ?? value.keyword.split(/[,;]/),
    ...{ note: gloss?.note ?? '', status: gloss?.status ?? null, savedAt: gloss?.savedAt ?? null },
  };
}

function fieldsOf(value: Item, year: number | undefined): Record<string, string> {
  const fields = Object.entries(CSL_FIELDS).map(([csl, field]) => [field, textOf(value[csl])] as const);
  const number = arxivIdIn(value.number) ? '' : value.number;
  return {
    ...Object.fromEntries(fields),
    number: textOf(value['issue']) || number,
    ...(year ? { year: String(year) } : {}),
  };
}

const two = (number: number) => String(number).padStart(2, '0');

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

function nameOf({ family, given, literal, suffix, ...rest }: v.InferOutput<typeof name>): string {
  if (literal !== '') return literal;
  return [given, rest['non-dropping-particle'], family, suffix].filter((part) => part !== '').join(' ');
}
