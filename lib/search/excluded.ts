import { singular } from './analyse';
import type { QueryWord } from './query';
import type { Segment } from './segment';
import type { ListName } from './terms';
import { type Group, type GroupWord, nameForms, standTogether } from './together';
import { partsOf } from './units';

export type MarkedLists = readonly (readonly [term: string, list: ListName])[];

/** Papers with all words of an excluded phrase or name that are looked at; of more, all count as having it. */
const MOST_LOOKS = 1_000;

/** Papers, by number, that have what is excluded as it would be found: a phrase, one name, one joined word. */
export async function excludedTest(
  segment: Segment,
  words: readonly QueryWord[],
): Promise<(number: number) => boolean> {
  const parts = words.flatMap(({ text, given }) =>
    partsOf(text).map((part): GroupWord => ({ ...part, open: false, given })),
  );
  const field = words[0]?.field ?? 'any';
  const [only] = parts;
  if (!only) return () => false;
  const own = await markedIn(
    segment,
    parts.length === 1 ? wordLists(only, field) : joinedLists(parts, field),
  );
  if (parts.length > 1) {
    const group: Group = { in: field === 'author' ? 'name' : 'title', words: parts };
    for (const number of await havingGroup(segment, group)) own[number] = 1;
  }
  return (number) => own[number] === 1;
}

/** 1 for papers in any of these lists. */
export async function markedIn(segment: Segment, wanted: MarkedLists): Promise<Uint8Array> {
  const entries = await segment.terms(wanted.map(([term]) => term));
  const marked = new Uint8Array(segment.papers);
  for (const [term, name] of wanted) {
    const ref = entries.get(term)?.lists[name];
    if (!ref) continue;
    for (const doc of await segment.postings(ref)) marked[doc] = 1;
  }
  return marked;
}

function wordLists({ raw, term, given }: GroupWord, field: QueryWord['field']): MarkedLists {
  const names = nameForms(raw, given).map((form) => [form, 'author'] as const);
  if (field === 'title') return [[term, 'title']];
  return field === 'author' ? names : [[term, 'title'], [term, 'abstract'], ...names];
}

/** `semisupervised` of `semi-supervised`. */
function joinedLists(parts: readonly GroupWord[], field: QueryWord['field']): MarkedLists {
  const raw = parts.map((part) => part.raw).join('');
  const first: GroupWord = { raw, term: singular(raw), open: false, given: false };
  return wordLists(first, field);
}

async function havingGroup(segment: Segment, group: Group): Promise<number[]> {
  const lists = group.in === 'name' ? 'author' : 'title';
  const marks = await Promise.all(group.words.map((word) => markedIn(segment, wordLists(word, lists))));
  const candidates: number[] = [];
  for (let number = 0; number < segment.papers; number += 1) {
    if (marks.every((marked) => marked[number] === 1)) candidates.push(number);
  }
  const looked = candidates.slice(0, MOST_LOOKS);
  const records = await segment.records(looked);
  const having = looked.filter((_, at) => {
    const record = records[at];
    return record !== undefined && standTogether(record, group);
  });
  return [...having, ...candidates.slice(MOST_LOOKS)];
}
