import type { Evidence, Field, Stated } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import { sentenceSpans, type Span } from '@/lib/core/sentences';

/** The parts of a paper facts are read from. */
export type StatableText = Pick<Paper, 'title' | 'abstract' | 'comments' | 'journalRef' | 'doi'>;

/** A sentence and where it begins in its field. */
export type Sentence = { field: Field; start: number; text: string };

/**
 * A paper's text made easy to match: every white space is one blank, dashes and quotes are ASCII.
 * Each change is one UTF-16 unit for one, so offsets hold in the text as received.
 */
export type Reading = {
  of(field: Field): string;
  /** Of one field, split once. */
  sentences(field: Field): readonly Sentence[];
  /** Exactly as received. */
  words(field: Field, span: Span): string;
};

/** No arXiv abstract is longer than 2,000 characters; what stands beyond this is not read. */
const LONGEST = 12_000;
/** A pattern sees no more of one sentence, which bounds what it can try. */
const LONGEST_SENTENCE = 1_200;

/** One fact: the fields it reads, and how it reads them. `order` is the order facts are shown in. */
export type Fact<T> = { name: string; reads: readonly Field[]; order: number; read(paper: Reading): T };

export function readingOf(paper: StatableText): Reading {
  const raw: Record<Field, string> = {
    title: paper.title.slice(0, LONGEST),
    abstract: paper.abstract?.slice(0, LONGEST) ?? '',
    comments: paper.comments?.slice(0, LONGEST) ?? '',
    'journal-ref': paper.journalRef?.slice(0, LONGEST) ?? '',
    doi: paper.doi?.slice(0, LONGEST) ?? '',
  };
  const plain = new Map<Field, string>();
  const split = new Map<Field, readonly Sentence[]>();
  const of = (field: Field): string => {
    const known = plain.get(field);
    if (known !== undefined) return known;
    const text = asciiMarks(raw[field]);
    plain.set(field, text);
    return text;
  };
  return {
    of,
    words: (field, { start, end }) => raw[field].slice(start, end),
    sentences(field) {
      const known = split.get(field);
      if (known) return known;
      const text = of(field);
      const sentences = sentenceSpans(text).map(({ start, end }) => ({
        field,
        start,
        text: text.slice(start, Math.min(end, start + LONGEST_SENTENCE)),
      }));
      split.set(field, sentences);
      return sentences;
    },
  };
}

export function evidence(field: Field, start: number, end: number): Evidence {
  return { field, start, end };
}

/** A value read from one place. */
export function stated<T>(value: T, field: Field, start: number, end: number): Stated<T> {
  return { value, evidence: [{ field, start, end }] };
}

function asciiMarks(text: string): string {
  return text
    .replace(/\s/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u201c\u201d]/g, '"');
}

/** The same as `readAll`, each fact after a turn of its own. */
export async function readInTurns<T extends object>(
  facts: { readonly [Name in keyof T]: Fact<T[Name]> },
  paper: Reading,
  turn: () => Promise<void>,
): Promise<T> {
  const read: Partial<T> = {};
  for (const name in facts) {
    await turn();
    read[name] = facts[name].read(paper);
  }
  return read as T; // whole: each name of T is a name in `facts`
}

/** Reads every fact of a list. */
export function readAll<T extends object>(
  facts: { readonly [Name in keyof T]: Fact<T[Name]> },
  paper: Reading,
): T {
  const read: Partial<T> = {};
  for (const name in facts) read[name] = facts[name].read(paper);
  return read as T; // whole: each name of T is a name in `facts`
}
