import { extractStated } from '@/lib/extract';
import { extractAnswer, statableText } from '../extract-answer';
import { goldRows, hasGold } from './gold';
import { tableOf, type Line } from './report';
import type { Counts } from './score';

type Sized = { value: number; text: string };
type Labels = {
  id: string;
  venue: { name: string; year: number | null; status: string; kind: string } | null;
  pages: number | null;
  figures: number | null;
  tables: number | null;
  links: { url: string; kind: string }[];
  available: { what: string; state: string }[];
  sota: boolean;
  improvements: { value: number; unit: string; text: string }[];
  first: boolean;
  parameters: Sized[];
  hardware: string[];
  released_dataset: boolean;
};

/** What one fact is measured by: the items of a record as comparable strings, and its target F1. */
type Measure = { fact: string; target: number; items: (labels: Labels) => string[] };

const MEASURES: readonly Measure[] = [
  {
    fact: 'venue and year',
    target: 97,
    items: ({ venue }) => (venue ? [`${plain(venue.name)} ${venue.year ?? '-'}`] : []),
  },
  { fact: 'status', target: 95, items: ({ venue }) => (venue ? [venue.status] : []) },
  { fact: 'kind of venue', target: 95, items: ({ venue }) => (venue ? [venue.kind] : []) },
  { fact: 'pages', target: 98, items: ({ pages }) => (pages === null ? [] : [String(pages)]) },
  { fact: 'figures', target: 98, items: ({ figures }) => (figures === null ? [] : [String(figures)]) },
  { fact: 'tables', target: 98, items: ({ tables }) => (tables === null ? [] : [String(tables)]) },
  {
    fact: 'links and kind',
    target: 97,
    items: ({ links }) => links.map(({ url, kind }) => `${url} ${kind}`),
  },
  {
    fact: 'available',
    target: 92,
    items: ({ available }) => available.map(({ what, state }) => `${what} ${state}`),
  },
  { fact: 'state of the art', target: 88, items: ({ sota }) => (sota ? ['claimed'] : []) },
  { fact: 'first', target: 80, items: ({ first }) => (first ? ['claimed'] : []) },
  {
    fact: 'improvements',
    target: 85,
    items: ({ improvements }) => improvements.map(({ value, unit }) => `${value} ${unit}`),
  },
  {
    fact: 'model sizes',
    target: 85,
    items: ({ parameters }) => parameters.map(({ value, text }) => `${value} ${plain(text)}`),
  },
  { fact: 'hardware', target: 60, items: ({ hardware }) => hardware.map(plain) },
  { fact: 'new dataset', target: 75, items: ({ released_dataset: made }) => (made ? ['introduced'] : []) },
];

/** Names compare by their letters and digits, without sponsor. */
function plain(name: string): string {
  return name
    .replace(/^(?:the |IEEE\/CVF |IEEE |ACM )+/i, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export async function run(): Promise<void> {
  console.log(hasGold() ? evaluateFacts() : 'facts: skipped, the gold sets are not there');
}

function evaluateFacts(): string {
  const records = goldRows<{ id: string }>('facts.dev.in.jsonl');
  const labels = goldRows<Labels>('facts.dev.jsonl');
  const lines: Line[] = MEASURES.map(({ fact, target }) => ({ name: fact, target, rows: [], errors: [] }));
  for (const [index, record] of records.entries()) {
    const gold = labels[index];
    if (gold?.id !== record.id) throw new Error(`records and labels part at ${record.id}`);
    const found = extractAnswer(record) as unknown as Labels;
    for (const [at, { items }] of MEASURES.entries())
      compare(lines[at], record.id, items(gold), items(found), wordsOf(lines[at]?.name, record));
  }
  return tableOf('facts set, dev (140 records)', lines);
}

/** The words a claim was read from, to see at once why it is false. */
function wordsOf(fact: string | undefined, record: unknown): string {
  const { text } = statableText(record);
  const facts = extractStated(text);
  const claim =
    fact === 'state of the art'
      ? facts.sota
      : fact === 'first'
        ? facts.first
        : fact === 'new dataset'
          ? facts.releasedDataset
          : null;
  const place = claim?.evidence[0];
  if (!place) return '';
  const field =
    place.field === 'title' ? text.title : place.field === 'comments' ? text.comments : text.abstract;
  return `"${field?.slice(place.start, place.end) ?? ''}"`;
}

function compare(
  line: Line | undefined,
  id: string,
  gold: readonly string[],
  found: readonly string[],
  words: string,
): void {
  if (!line) return;
  const left = [...gold];
  const counts: Counts = { tp: 0, fp: 0, fn: 0 };
  for (const item of found) {
    const at = left.indexOf(item);
    if (at >= 0) {
      left.splice(at, 1);
      counts.tp += 1;
    } else {
      counts.fp += 1;
      line.errors.push(`${id} false: ${item} ${words}`);
    }
  }
  counts.fn = left.length;
  for (const item of left) line.errors.push(`${id} missed: ${item}`);
  line.rows.push(counts);
}
