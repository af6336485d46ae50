import type { PaperId } from '@/lib/core/paper-id';
import { ByteReader, ByteWriter } from './bytes';
import { idKey, idOfKey } from './id-key';
import { PackError } from './pack-error';
import type { BriefFacts, SegmentPaper } from './segment-paper';

/** What a segment holds of a paper, word for word. */
export type PaperRecord = {
  id: PaperId;
  title: string;
  /** The first authors, `authorCount` of them in all. */
  authors: readonly string[];
  authorCount: number;
  categories: readonly string[];
  abstract: string | null;
  facts: BriefFacts;
};

/** Papers to a block: with a dictionary, more would hardly be smaller, and each hit reads one. */
export const RECORDS = 32;

const MOST_AUTHORS = 8;
const LONGEST_TITLE = 2_000;
const LONGEST_NAME = 200;
const LONGEST_ABSTRACT = 20_000;
const MOST_CATEGORIES = 12;
const NO_YEAR = 0;
const MOST_RECORDS = 4_096;

/** Names that records refer to by number. */
export type RecordTables = { categories: readonly string[]; archives: readonly string[] };

/** Numbers of all papers first, then text of one kind together: it packs best so. */
export function encodeRecords(papers: readonly SegmentPaper[], tables: RecordTables): Uint8Array {
  const out = new ByteWriter();
  out.varint(papers.length);
  for (const paper of papers) numbersOf(out, paper, tables);
  const lines = (texts: readonly string[]): void => out.text(texts.join('\n'));
  lines(papers.map((paper) => clean(paper.title, LONGEST_TITLE)));
  lines(papers.map((paper) => shownAuthors(paper).join('\t')));
  lines(
    papers.map(({ facts }) =>
      [facts.venue?.name ?? '', facts.code ?? '', ...facts.datasets].map(clipped).join('\t'),
    ),
  );
  lines(
    papers.map(({ keepAbstract, abstract }) => (keepAbstract ? clean(abstract ?? '', LONGEST_ABSTRACT) : '')),
  );
  return out.done();
}

/** A block of records, split into its lines; a record is put together when it is asked for. */
export class RecordBlock {
  private readonly places: number[] = [];
  private readonly columns: string[][];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly tables: RecordTables,
  ) {
    const reader = new ByteReader(bytes);
    const count = reader.varint();
    if (count > MOST_RECORDS) throw new PackError('corrupt');
    for (let left = count; left > 0; left -= 1) {
      this.places.push(reader.offset);
      skipNumbers(reader);
    }
    this.columns = [reader.text(), reader.text(), reader.text(), reader.text()].map((text) =>
      text.split('\n'),
    );
    if (this.columns.some((column) => column.length !== Math.max(1, count))) throw new PackError('corrupt');
  }

  record(at: number): PaperRecord {
    const place = this.places[at];
    if (place === undefined) throw new PackError('corrupt', `no record ${at}`);
    const { facts, venueYear, ...known } = readNumbers(new ByteReader(this.bytes, place), this.tables);
    const [title = '', names = '', named = '', abstract = ''] = this.columns.map(
      (column) => column[at] ?? '',
    );
    const [venue = '', code = '', ...datasets] = named.split('\t');
    return {
      ...known,
      title,
      authors: names === '' ? [] : names.split('\t'),
      abstract: abstract || null,
      facts: {
        ...facts,
        venue: venue === '' ? null : { name: venue, year: venueYear },
        code: code === '' ? null : code,
        datasets,
      },
    };
  }
}

/** Text on one line, without control characters, no longer than `most`. */
function clean(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\s\x00-\x1f]+/g, ' ')
    .trim();
}

/** A name as records have it: on one line, without blanks around it. */
export function clipped(text: string): string {
  return clean(text, LONGEST_NAME);
}

function shownAuthors(paper: SegmentPaper): string[] {
  return paper.authors.slice(0, MOST_AUTHORS).map(clipped).filter(Boolean);
}

const RELEASED = 1;
const PROMISED = 2;
const SOTA = 4;
const FIRST = 8;
const DATASET = 16;
const HAS_PAGES = 32;
const HAS_FIGURES = 64;
const HAS_TABLES = 128;
const HAS_PARAMETERS = 256;
const HAS_VENUE = 512;

function numbersOf(out: ByteWriter, paper: SegmentPaper, { categories, archives }: RecordTables): void {
  const { facts } = paper;
  const key = idKey(paper.id, archives);
  if (key === undefined) throw new PackError('corrupt', `unknown archive of ${paper.id}`);
  out.varint(key);
  // How many more there are a page of results does not tell in a number; that there are must not be lost.
  out.varint(paper.authors.length + (paper.hasMoreAuthors === true ? 1 : 0));
  const own = paper.categories.slice(0, MOST_CATEGORIES).map((name) => categories.indexOf(name));
  out.varint(own.length);
  for (const category of own) out.varint(category);
  out.varint(
    (facts.codeState === 'released' ? RELEASED : facts.codeState === 'promised' ? PROMISED : 0) |
      (facts.sota ? SOTA : 0) |
      (facts.first ? FIRST : 0) |
      (facts.releasedDataset ? DATASET : 0) |
      (facts.pages === null ? 0 : HAS_PAGES) |
      (facts.figures === null ? 0 : HAS_FIGURES) |
      (facts.tables === null ? 0 : HAS_TABLES) |
      (facts.parameters === null ? 0 : HAS_PARAMETERS) |
      (facts.venue === null ? 0 : HAS_VENUE),
  );
  for (const value of [facts.pages, facts.figures, facts.tables, facts.parameters]) {
    if (value !== null) out.varint(Math.max(0, Math.round(value)));
  }
  if (facts.venue) out.varint(facts.venue.year === null ? NO_YEAR : Math.max(1, facts.venue.year - 1899));
}

/** Steps over the numbers of a paper. */
function skipNumbers(reader: ByteReader): void {
  reader.varint();
  reader.varint();
  for (let left = reader.varint(); left > 0; left -= 1) reader.varint();
  const flags = reader.varint();
  for (const bit of [HAS_PAGES, HAS_FIGURES, HAS_TABLES, HAS_PARAMETERS, HAS_VENUE])
    if (flags & bit) reader.varint();
}

type Numbers = Omit<PaperRecord, 'title' | 'authors' | 'abstract'> & { venueYear: number | null };

function readNumbers(reader: ByteReader, { categories, archives }: RecordTables): Numbers {
  const id = idOfKey(reader.varint(), archives);
  const authorCount = reader.varint();
  const own: string[] = [];
  for (let left = reader.varint(); left > 0; left -= 1) {
    const name = categories[reader.varint()];
    if (name === undefined) throw new PackError('corrupt');
    own.push(name);
  }
  const flags = reader.varint();
  const optional = (bit: number): number | null => (flags & bit ? reader.varint() : null);
  const facts: BriefFacts = {
    venue: null,
    code: null,
    codeState: flags & RELEASED ? 'released' : flags & PROMISED ? 'promised' : null,
    pages: optional(HAS_PAGES),
    figures: optional(HAS_FIGURES),
    tables: optional(HAS_TABLES),
    parameters: optional(HAS_PARAMETERS),
    sota: (flags & SOTA) !== 0,
    first: (flags & FIRST) !== 0,
    releasedDataset: (flags & DATASET) !== 0,
    datasets: [],
  };
  const year = optional(HAS_VENUE);
  return {
    id,
    authorCount,
    categories: own,
    facts,
    venueYear: year === null || year === NO_YEAR ? null : year + 1899,
  };
}
