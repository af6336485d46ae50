import { lineCounter, type Problem } from './problem';

/** One entry as the file has it: names in small letters, values as TeX, macros and `#` put in. */
export type BibtexEntry = { type: string; key: string; line: number; fields: Map<string, string> };

const MOST_ENTRIES = 200_000;
/** Each may cost a look through a whole field. */
const MOST_FAULTS = 1_000;
const LONGEST_FIELD = 1_000_000;
const NAME = /[^\s{}()"#%'=,@\\~]+/y;
const KEY = /[^\s,{}()"%#]*/y;
const SPACE = /(?:\s|%[^\n]*\n)*/y;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

class Fault extends Error {}

/**
 * The entries of a BibTeX or BibLaTeX file. One that is broken is a problem with its line, and
 * reading goes on with the next `@` at the start of a line: a missing brace costs one entry.
 */
export function readBibtexEntries(text: string): { entries: BibtexEntry[]; problems: Problem[] } {
  return new BibtexReader(text).readAll();
}

class BibtexReader {
  private at = 0;
  private readonly lineAt: (at: number) => number;
  private readonly macros = new Map(MONTHS.map((name, index) => [name, String(index + 1)]));
  private readonly entries: BibtexEntry[] = [];
  private readonly problems: Problem[] = [];

  constructor(private readonly text: string) {
    this.lineAt = lineCounter(text);
  }

  readAll() {
    for (let start = this.nextAt(0); start >= 0; start = this.nextAt(this.at)) {
      const line = this.lineAt(start);
      this.at = start + 1;
      try {
        if (this.entries.length >= MOST_ENTRIES) throw new Fault('too many entries');
        this.block(line);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        this.problems.push({ line, code: 'syntax', detail: error.message });
        this.at = this.nextLineAt(start + 1);
        if (this.entries.length >= MOST_ENTRIES || this.problems.length >= MOST_FAULTS) break;
      }
    }
    return { entries: this.entries, problems: this.problems };
  }

  /** Text between entries is a comment in BibTeX, so any `@` may begin one. */
  private nextAt(from: number): number {
    return this.text.indexOf('@', from);
  }

  private nextLineAt(from: number): number {
    const next = /\n[ \t]*@/g;
    next.lastIndex = from;
    const found = next.exec(this.text);
    return found ? next.lastIndex - 1 : this.text.length;
  }

  private block(line: number): void {
    const type = this.match(NAME).toLowerCase();
    this.space();
    const open = this.text[this.at];
    if (type === '' || (open !== '{' && open !== '(')) return; // an address or a handle in a comment
    if (type === 'comment') {
      this.at += 1;
      if (open === '{') this.braced();
      return;
    }
    this.at += 1;
    const close = open === '{' ? '}' : ')';
    if (type === 'preamble') {
      this.value();
      this.expect(close);
    } else if (type === 'string') {
      for (const [name, value] of this.fields(close)) this.macros.set(name, value);
    } else {
      this.space();
      const key = this.match(KEY);
      this.space();
      if (this.text[this.at] === ',') this.at += 1;
      this.entries.push({ type, key, line, fields: this.fields(close) });
    }
  }

  private fields(close: string): Map<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      this.space();
      if (this.text[this.at] === close) {
        this.at += 1;
        return fields;
      }
      const name = this.match(NAME).toLowerCase();
      if (name === '')
        throw new Fault(this.at >= this.text.length ? 'not closed' : `expected a field: ${this.near()}`);
      this.expect('=');
      const value = this.value();
      if (!fields.has(name)) fields.set(name, value);
      this.space();
      if (this.text[this.at] === ',') this.at += 1;
      else if (this.text[this.at] !== close)
        throw new Fault(`expected a comma after ${name}: ${this.near()}`);
    }
  }

  private value(): string {
    const parts: string[] = [];
    do {
      this.space();
      parts.push(this.part());
      this.space();
    } while (this.text[this.at] === '#' && ++this.at);
    const value = parts.join('');
    if (value.length > LONGEST_FIELD) throw new Fault('a field is too long');
    return value;
  }

  private part(): string {
    const sign = this.text[this.at];
    if (sign === '{') {
      this.at += 1;
      return this.braced();
    }
    if (sign === '"') {
      this.at += 1;
      return this.quoted();
    }
    const word = this.match(NAME);
    if (word === '') throw new Fault(`expected a value: ${this.near()}`);
    return /^\d+$/.test(word) ? word : (this.macros.get(word.toLowerCase()) ?? word);
  }

  /** Up to the brace that closes it, as BibTeX counts: a backslash before one means nothing. */
  private braced(): string {
    const start = this.at;
    const sign = /[{}]/g;
    sign.lastIndex = start;
    let depth = 1;
    while (depth > 0) {
      const found = sign.exec(this.text);
      if (!found || found.index - start > LONGEST_FIELD) throw new Fault('a brace is not closed');
      depth += found[0] === '{' ? 1 : -1;
    }
    this.at = sign.lastIndex;
    return this.text.slice(start, this.at - 1);
  }

  private quoted(): string {
    const start = this.at;
    const sign = /[{}"]/g;
    sign.lastIndex = start;
    let depth = 0;
    for (;;) {
      const found = sign.exec(this.text);
      if (!found || found.index - start > LONGEST_FIELD) throw new Fault('a quotation mark is not closed');
      if (found[0] === '"' && depth === 0) break;
      if (found[0] !== '"') depth += found[0] === '{' ? 1 : -1;
    }
    this.at = sign.lastIndex;
    return this.text.slice(start, this.at - 1);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private space(): void {
    this.match(SPACE);
  }

  private expect(sign: string): void {
    this.space();
    if (this.text[this.at] !== sign) throw new Fault(`expected ${sign}: ${this.near()}`);
    this.at += 1;
  }

  private near(): string {
    return this.text.slice(this.at, this.at + 30).replace(/\s+/g, ' ');
  }
}
