import { parsePaperId, type PaperId } from '@/lib/core/paper-id';

/**
 * What is to be found. `field` any looks in titles, abstracts and names. A phrase is several words that stand
 * together, in this order, in a title.
 */
export type QueryWord = {
  text: string;
  field: 'any' | 'title' | 'author';
  phrase: boolean;
  excluded: boolean;
  /** Of a name of several words, which one of the query's names it is of; of others null. */
  person: number | null;
  /** A given name, which may be there as its initial. */
  given: boolean;
};

const ALONE = { person: null, given: false };

export type Filter =
  | { kind: 'category' | 'venue' | 'list' | 'tag'; value: string; excluded: boolean }
  | { kind: 'year'; from: number; to: number; excluded: boolean }
  | { kind: 'code' | 'saved' | 'seen'; excluded: boolean };

/** A query as it was meant. `open` is true while its last word may still be being typed. */
export type Query = {
  id: PaperId | null;
  doi: string | null;
  words: readonly QueryWord[];
  filters: readonly Filter[];
  open: boolean;
};

const LONGEST_QUERY = 500;
const MOST_PIECES = 24;
const ARXIV_URL = /arxiv\.org\/(?:abs|pdf|html|format|src|ps|e-print)\/([^\s?#]+)/i;
const ARXIV_DOI = /10\.48550\/arxiv\.(\S+)/i;
const DOI = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;
// An operator or a minus, then quoted words or one word.
const PIECE = /(-?)(?:([a-z]+):(?=\S))?(?:"([^"]*)("?)|(\S+))/gi;

/** Reads a query. Never fails: what is no operator of ours is a word like any other. */
export function parseQuery(input: string): Query {
  const text = input.slice(0, LONGEST_QUERY).normalize('NFC').replace(/[“”]/g, '"');
  const whole = text.trim();
  const doi = DOI.exec(whole)?.[1] ?? null;
  const id = idOf(whole);
  const words: QueryWord[] = [];
  const filters: Filter[] = [];
  let open = true;
  for (const piece of [...text.matchAll(PIECE)].slice(0, MOST_PIECES)) {
    const [all = '', minus = '', operator = '', quoted, , bare] = piece;
    const value = (quoted ?? bare ?? '').trim();
    const excluded = minus === '-' && value !== '';
    const field = fieldOf(operator);
    const filter = field === undefined ? filterOf(operator.toLowerCase(), value, excluded) : undefined;
    open = filter === undefined && !excluded;
    if (filter) filters.push(filter);
    else if (field !== undefined)
      words.push(
        ...(field === 'author' ? nameWords(value, excluded, words.length) : titleWords(value, excluded)),
      );
    else if (quoted !== undefined && operator === '') {
      words.push({ text: value, field: 'title', phrase: true, excluded, ...ALONE });
    } else {
      words.push({ text: excluded ? all.slice(1) : all, field: 'any', phrase: false, excluded, ...ALONE });
    }
  }
  if (/[\s"]$/.test(text)) open = false;
  return { id, doi: id ? null : doi, words: words.filter((word) => word.text !== ''), filters, open };
}

function titleWords(value: string, excluded: boolean): QueryWord[] {
  return value.split(/\s+/).map((text) => ({ text, field: 'title', phrase: false, excluded, ...ALONE }));
}

/** The family name is the last word, or the first where a comma follows it. */
function nameWords(value: string, excluded: boolean, person: number): QueryWord[] {
  const words = value.split(/\s+/);
  const family = words[0]?.endsWith(',') === true ? 0 : words.length - 1;
  return words.map((text, at) => ({
    text,
    field: 'author',
    phrase: false,
    excluded,
    person: words.length > 1 ? person : null,
    given: at !== family,
  }));
}

function idOf(text: string): PaperId | null {
  const candidate = (ARXIV_URL.exec(text)?.[1] ?? ARXIV_DOI.exec(text)?.[1] ?? text)
    .replace(/\.pdf$/i, '')
    .replace(/\s*\[[\w.-]+\]$/, '')
    .replace(/[/.,;]+$/, '');
  return parsePaperId(candidate) ?? null;
}

function fieldOf(operator: string): 'title' | 'author' | undefined {
  const name = operator.toLowerCase();
  if (name === 'author' || name === 'au') return 'author';
  return name === 'title' || name === 'ti' ? 'title' : undefined;
}

function filterOf(operator: string, value: string, excluded: boolean): Filter | undefined {
  switch (operator) {
    case 'cat':
      return { kind: 'category', value: value.toLowerCase(), excluded };
    case 'venue':
    case 'list':
    case 'tag':
      return { kind: operator, value, excluded };
    case 'year':
      return yearsOf(value, excluded);
    case 'has':
      return value.toLowerCase() === 'code' ? { kind: 'code', excluded } : undefined;
    case 'is':
      return stateOf(value.toLowerCase(), excluded);
    default:
      return undefined;
  }
}

function stateOf(value: string, excluded: boolean): Filter | undefined {
  return value === 'saved' || value === 'seen' ? { kind: value, excluded } : undefined;
}

/** `2023`, `2020..2023`, `2020..`, `..2019`. */
function yearsOf(value: string, excluded: boolean): Filter | undefined {
  const [, from, dots, to] = /^(\d{4})?(\.\.|-)?(\d{4})?$/.exec(value) ?? [];
  if (from === undefined && to === undefined) return undefined;
  const first = from === undefined ? 0 : Number(from);
  const last = to === undefined ? (dots === undefined ? first : 9999) : Number(to);
  return { kind: 'year', from: first, to: last, excluded };
}
