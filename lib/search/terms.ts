import { ByteWriter } from './bytes';
import type { Postings } from './postings';

/** Where a term can stand: in the title, in the abstract only, in a name of an author. */
export const LISTS = ['title', 'abstract', 'author'] as const;
export type ListName = (typeof LISTS)[number];

/** Lists this short stand in the directory itself. */
export const INLINE = 3;

export type ListRef = { count: number; inline: Postings | null; offset: number; length: number };
export type TermEntry = { term: string; lists: Readonly<Record<ListName, ListRef | null>> };

/** A list to be written: `bytes` unless it is short enough to stand inline. */
export type ListDraft = { docs: Postings; bytes: Uint8Array | null };
export type TermDraft = { term: string; lists: Readonly<Record<ListName, ListDraft | null>> };

const encoder = new TextEncoder();

/** Terms to a group of the directory: one that is looked up is found by reading a group, not a block. */
const GROUP = 32;

/**
 * One block of the directory: where its lists begin in the postings, then its terms in byte order, in groups: how
 * many bytes the group has, how many its lists have in the postings, its terms. A term: bytes shared with the one
 * before in the group, (bytes of its own << 3 | lists it has), those bytes; for each list its count, and
 * either the postings (a varint each) or how many bytes it has in the postings.
 */
export class TermBlockWriter {
  private readonly out = new ByteWriter();
  private group = new ByteWriter();
  private terms = 0;
  private listBytes = 0;
  private previous: Uint8Array = new Uint8Array(0);

  constructor(postingsOffset: number) {
    this.out.varint(postingsOffset);
  }

  get length(): number {
    return this.out.length + this.group.length;
  }

  add({ term, lists }: TermDraft): void {
    if (this.terms === GROUP) this.closeGroup();
    const bytes = encoder.encode(term);
    const shared = sharedLength(this.previous, bytes);
    const present = LISTS.reduce((bits, name, index) => bits | (lists[name] ? 1 << index : 0), 0);
    this.group.varint(shared);
    this.group.varint(((bytes.length - shared) << 3) | present);
    this.group.raw(bytes.subarray(shared));
    this.previous = bytes;
    this.terms += 1;
    for (const name of LISTS) {
      const list = lists[name];
      if (list) this.list(list);
    }
  }

  done(): Uint8Array {
    if (this.terms > 0) this.closeGroup();
    return this.out.done();
  }

  private closeGroup(): void {
    const bytes = this.group.done();
    this.out.varint(bytes.length);
    this.out.varint(this.listBytes);
    this.out.raw(bytes);
    this.group = new ByteWriter();
    [this.terms, this.listBytes, this.previous] = [0, 0, new Uint8Array(0)];
  }

  private list({ docs, bytes }: ListDraft): void {
    this.group.varint(docs.length);
    if (bytes) {
      this.listBytes += bytes.length;
      return this.group.varint(bytes.length);
    }
    let previous = -1;
    for (const doc of docs) {
      this.group.varint(doc - previous - 1);
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
