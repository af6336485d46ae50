import type { Span } from '@/lib/core/sentences';

/**
 * What stands next in a phrase: a sticky pattern, up to so many words of any kind, as few as will do,
 * or the first of several ways to go on. A phrase in parts costs a page far less than one pattern with
 * all of them in it, which a browser compiles as often over as its parts can follow one another.
 */
export type Part = RegExp | number | readonly (readonly Part[])[];

/** A phrase: the global pattern it begins with, what follows, and the marks no word between may hold. */
export type Phrase = { head: RegExp; parts: readonly Part[]; barred: string };

/** Where a phrase stands in a sentence, in order. */
export function* phrasesIn(text: string, { head, parts, barred }: Phrase): Generator<Span> {
  for (const { index, 0: begun } of text.matchAll(head)) {
    const end = phraseEnd(text, index + begun.length, parts, barred);
    if (end >= 0) yield { start: index, end };
  }
}

/** Where the parts end that begin at a place; -1 where they do not follow. */
export function phraseEnd(text: string, at: number, parts: readonly Part[], barred = ''): number {
  const [part, ...others] = parts;
  if (part === undefined) return at;
  if (part instanceof RegExp) {
    part.lastIndex = at;
    return part.test(text) ? phraseEnd(text, part.lastIndex, others, barred) : -1;
  }
  if (typeof part !== 'number') {
    for (const way of part) {
      const end = phraseEnd(text, at, [...way, ...others], barred);
      if (end >= 0) return end;
    }
    return -1;
  }
  let from = at;
  for (let passed = 0; from >= 0; passed += 1) {
    const end = phraseEnd(text, from, others, barred);
    if (end >= 0 || passed === part) return end;
    from = afterWord(text, from, barred);
  }
  return -1;
}

/** A pattern with up to so many words of one form before it. */
export function wordsThen(most: number, word: RegExp, pattern: RegExp): Part[][] {
  const ways: Part[][] = [];
  for (let count = 0; count <= most; count += 1) ways.push([...Array<Part>(count).fill(word), pattern]);
  return ways;
}

/** Behind the word that begins here and its blank; -1 where the clause ends with it. */
function afterWord(text: string, at: number, barred: string): number {
  const blank = text.indexOf(' ', at);
  if (blank <= at || text.charAt(blank - 1) === '.') return -1;
  for (const mark of barred) if (text.slice(at, blank).includes(mark)) return -1;
  return blank + 1;
}
