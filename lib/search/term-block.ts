import { ByteReader } from './bytes';
import { PackError } from './pack-error';
import { compareTerms, INLINE, type ListName, type ListRef, MARK_BITS, type TermEntry } from './terms';

const decoder = new TextDecoder();
const LONGEST_TERM = 1024;

/** A term and in how many papers it stands, counting each list for itself. */
export type CountedTerm = { term: string; count: number };

/** A block of the directory, walked once; what a term's lists are is read when it is asked for. */
export class TermBlock {
  private readonly terms: string[] = [];
  private readonly counts: number[] = [];
  private readonly places: number[] = [];
  private readonly offsets: number[] = [];

  /** `limit` bounds the paper numbers. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limit: number,
  ) {
    const reader = new ByteReader(bytes);
    let offset = reader.varint();
    const words = new WordReader();
    while (!reader.ended) {
      const shared = reader.varint();
      const place = reader.offset;
      const head = reader.varint();
      this.terms.push(words.next(shared, reader.raw(head >>> 3)));
      this.places.push(place);
      this.offsets.push(offset);
      let count = 0;
      for (let bit = 1; bit <= 4; bit <<= 1) {
        if ((head & bit) === 0) continue;
        const papers = reader.varint();
        count += papers;
        if (papers > INLINE) offset += reader.varint();
        else for (let left = papers; left > 0; left -= 1) reader.varint();
      }
      this.counts.push(count);
    }
  }

  find(term: string): TermEntry | undefined {
    const at = this.firstFrom(term);
    return this.terms[at] === term ? this.entryAt(at) : undefined;
  }

  withPrefix(prefix: string): CountedTerm[] {
    const found: CountedTerm[] = [];
    for (let at = this.firstFrom(prefix); this.terms[at]?.startsWith(prefix) === true; at += 1) {
      found.push({ term: this.terms[at] ?? '', count: this.counts[at] ?? 0 });
    }
    return found;
  }

  /** Every entry, for those who check a whole segment. */
  entries(): TermEntry[] {
    return this.terms.map((_, at) => this.entryAt(at));
  }

  private firstFrom(term: string): number {
    let low = 0;
    let high = this.terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareTerms(this.terms[middle] ?? '', term) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private entryAt(at: number): TermEntry {
    const reader = new ByteReader(this.bytes, this.places[at] ?? 0);
    const head = reader.varint();
    reader.raw(head >>> 3);
    let offset = this.offsets[at] ?? 0;
    const list = (name: ListName, bit: number): ListRef | null => {
      if ((head & bit) === 0) return null;
      const ref = this.listRef(reader, offset, MARK_BITS[name]);
      offset += ref.length;
      return ref;
    };
    const lists = { title: list('title', 1), abstract: list('abstract', 2), author: list('author', 4) };
    return { term: this.terms[at] ?? '', lists };
  }

  private listRef(reader: ByteReader, offset: number, markBits: number): ListRef {
    const count = reader.varint();
    if (count > this.limit) throw new PackError('corrupt');
    if (count > INLINE) return { count, inline: null, offset, length: reader.varint() };
    const inline = { docs: new Uint32Array(count), marks: new Uint8Array(count) };
    let doc = -1;
    for (let at = 0; at < count; at += 1) {
      const value = reader.varint();
      doc += 1 + Math.floor(value / 2 ** markBits);
      if (doc >= this.limit) throw new PackError('corrupt');
      inline.docs[at] = doc;
      inline.marks[at] = value % 2 ** markBits;
    }
    return { count, inline, offset: 0, length: 0 };
  }
}

/** Undoes front coding: each word is some bytes of the one before and bytes of its own. */
export class WordReader {
  private readonly bytes = new Uint8Array(LONGEST_TERM);
  private length = 0;
  private word = '';
  private ascii = true;

  next(shared: number, own: Uint8Array): string {
    if (shared > this.length || shared + own.length > LONGEST_TERM) throw new PackError('corrupt');
    this.bytes.set(own, shared);
    this.length = shared + own.length;
    // Almost all words are plain letters, and a decoder is slow at a few bytes a time.
    let plain = this.ascii ? this.word.slice(0, shared) : null;
    for (const byte of own) {
      if (byte >= 128) plain = null;
      if (plain !== null) plain += String.fromCharCode(byte);
    }
    this.ascii = plain !== null;
    this.word = plain ?? decoder.decode(this.bytes.subarray(0, this.length));
    return this.word;
  }
}
