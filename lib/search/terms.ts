import { ByteWriter } from './bytes';
import type { Postings } from './postings';

/** Where a term can stand: in the title, in the abstract only, in a name of an author. */
export const LISTS = ['title', 'abstract', 'author'] as const;
export type ListName = (typeof LISTS)[number];

/** Bits of mark a posting has: a title's length class; whether the abstract is much about it; none. */
export const MARK_BITS: Readonly<Record<ListName, number>> = { title: 2, abstract: 1, author: 0 };

/** Lists this short stand in the directory itself. */
export const INLINE = 3;

export type ListRef = { count: number; inline: Postings | null; offset: number; length: number };
export type TermEntry = { term: string; lists: Readonly<Record<ListName, ListRef | null>> };

/** A list to be written: `bytes` unless it is short enough to stand inline. */
export type ListDraft = Postings & { bytes: Uint8Array | null };
export type TermDraft = { term: string; lists: Readonly<Record<ListName, ListDraft | null>> };

const encoder = new TextEncoder();

/**
 * One block of the directory: where its lists begin in the postings, then its terms in byte order.
 * A term: bytes shared with the one before, (bytes of its own << 3 | lists it has), those bytes; for each list its
 * count, and either the postings (gap and mark in one varint) or how many bytes it has in the postings.
 */
export class TermBlockWriter {
  private readonly out = new ByteWriter();
  private previous: Uint8Array = new Uint8Array(0);

  constructor(postingsOffset: number) {
    this.out.varint(postingsOffset);
  }

  get length(): number {
    return this.out.length;
  }

  add({ term, lists }: TermDraft): void {
    const bytes = encoder.encode(term);
    const shared = sharedLength(this.previous, bytes);
    const present = LISTS.reduce((bits, name, index) => bits | (lists[name] ? 1 << index : 0), 0);
    this.out.varint(shared);
    this.out.varint(((bytes.length - shared) << 3) | present);
    this.out.raw(bytes.subarray(shared));
    this.previous = bytes;
    for (const name of LISTS) {
      const list = lists[name];
      if (list) this.list(list, MARK_BITS[name]);
    }
  }

  done(): Uint8Array {
    return this.out.done();
  }

  private list({ docs, marks, bytes }: ListDraft, markBits: number): void {
    this.out.varint(docs.length);
    if (bytes) return this.out.varint(bytes.length);
    let previous = -1;
    for (const [at, doc] of docs.entries()) {
      this.out.varint((doc - previous - 1) * 2 ** markBits + (marks[at] ?? 0));
      previous = doc;
    }
  }
}

export function sharedLength(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

/** Order of terms everywhere: by UTF-8 bytes, which is by code point. */
export function compareTerms(a: string, b: string): number {
  if (a === b) return 0;
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at += 1) {
    const difference = weight(a.charCodeAt(at)) - weight(b.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** UTF-16 sorts surrogates below U+E000..U+FFFF, UTF-8 above. */
function weight(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
