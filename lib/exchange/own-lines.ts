import { type Places, parseJson } from './json-text';
import { FileError } from './problem';

const LINE_FEED = 0x0a;
const START = '{\n"gloss":';
const DEEPEST = 2;
// A member of an object that goes on in the next lines.
const OPENING = /^("(?:[^"\\]|\\.)*"): ([[{])$/;
/** What a reader could keep is far less, and what a browser can hold is not much more. */
const MOST_BYTES = 1_000_000_000;

type Line = { text: string; number: number };
type Noted = { lines: Map<string, number[]>; members: Map<string, number> };

/** True for a file laid out as Gloss writes its own: a row a line. */
export const isOwnLayout = (bytes: Uint8Array) =>
  Array.from(START).every((sign, at) => bytes[at] === sign.charCodeAt(0));

/**
 * Parses such a file line by line, so that it may be longer than a text can be, and costs no more than what is in it.
 * `lines` go by the name of the array, also of one in another object. Throws `FileError` with the line.
 */
export function parseOwnLines(bytes: Uint8Array): { value: object } & Places {
  if (bytes.length > MOST_BYTES) {
    throw new FileError({ line: 0, code: 'too-large', detail: `${bytes.length} bytes` });
  }
  const next = lineReader(bytes);
  const noted: Noted = { lines: new Map(), members: new Map() };
  next(); // the brace that opens it
  const value = objectIn(next, noted, 1);
  for (let rest = next(); rest !== undefined; rest = next()) {
    if (rest.text.trim() !== '') throw syntaxError(rest);
  }
  return { value, ...noted };
}

type Next = () => Line | undefined;

function objectIn(next: Next, noted: Noted, depth: number): object {
  const members: [name: string, value: unknown][] = [];
  for (let line = next(); line !== undefined; line = next()) {
    if (/^\},?$/.test(line.text)) return Object.fromEntries(members);
    const [, quoted, bracket] = OPENING.exec(line.text) ?? [];
    const found =
      quoted === undefined
        ? Object.entries(parsed({ ...line, text: `{${withoutComma(line.text)}}` }) as object)
        : [[String(parsed({ ...line, text: quoted })), null] as const];
    if (depth === 1) for (const [name] of found) noted.members.set(name, line.number);
    for (const [name, value] of found) {
      if (quoted === undefined) members.push([name, value]);
      else if (bracket === '[') members.push([name, rowsIn(next, noted, name)]);
      else if (depth >= DEEPEST) throw syntaxError(line);
      else members.push([name, objectIn(next, noted, depth + 1)]);
    }
  }
  throw syntaxError({ text: 'ends too early', number: 0 });
}

function rowsIn(next: Next, { lines }: Noted, name: string): unknown[] {
  const rows: unknown[] = [];
  const numbers: number[] = [];
  lines.set(name, numbers);
  for (let line = next(); line !== undefined; line = next()) {
    if (/^\],?$/.test(line.text)) return rows;
    rows.push(parsed({ ...line, text: withoutComma(line.text) }));
    numbers.push(line.number);
  }
  throw syntaxError({ text: 'ends too early', number: 0 });
}

function lineReader(bytes: Uint8Array): Next {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [start, number] = [0, 0];
  return () => {
    if (start >= bytes.length) return undefined;
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    number += 1;
    try {
      return { text: decoder.decode(bytes.subarray(start, end)), number };
    } catch {
      throw new FileError({ line: number, code: 'encoding', detail: 'utf-8' });
    } finally {
      start = end + 1;
    }
  };
}

/** One line is a text of its own to what parses it. */
function parsed({ text, number }: Line): unknown {
  try {
    return parseJson(text).value;
  } catch (error) {
    throw error instanceof FileError ? new FileError({ ...error.problem, line: number }) : error;
  }
}

const withoutComma = (text: string) => (text.endsWith(',') ? text.slice(0, -1) : text);

const syntaxError = ({ text, number }: Line) =>
  new FileError({ line: number, code: 'syntax', detail: text.slice(0, 60) });
