import { ByteReader } from './bytes';
import { PackError } from './pack-error';
import { compareTerms, INLINE, type ListRef, type TermEntry } from './terms';
import { WordReader } from './word-reader';

/** A term and in how many papers it stands, counting each list for itself. */
export type CountedTerm = { term: string; count: number };

type Group = { first: string; start: number; end: number; offset: number };
/** An entry that was walked over: where it is in the block, and where its lists are in the postings. */
type Walked = CountedTerm & { place: number; offset: number };

/** A block of the directory. Of its groups only the first terms are read; the others when one is asked for. */
export class TermBlock {
  private readonly groups: Group[] = [];

  /** `limit` bounds the paper numbers. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limit: number,
  ) {
    const reader = new ByteReader(bytes);
    let offset = reader.varint();
    while (!reader.ended) {
      const length = reader.varint();
      const listBytes = reader.varint();
      const start = reader.offset;
      reader.raw(length);
      this.groups.push({ first: this.firstAt(start), start, end: start + length, offset });
      offset += listBytes;
    }
  }

  find(term: string): TermEntry | undefined {
    const group = this.groups[this.groupOf(term)];
    if (!group) return undefined;
    for (const entry of this.walk(group)) if (entry.term === term) return this.entryAt(entry);
    return undefined;
  }

  withPrefix(prefix: string): CountedTerm[] {
    const found: CountedTerm[] = [];
    for (const group of this.groups.slice(Math.max(0, this.groupOf(prefix)))) {
      if (!group.first.startsWith(prefix) && compareTerms(group.first, prefix) > 0) break;
      for (const { term, count } of this.walk(group))
        if (term.startsWith(prefix)) found.push({ term, count });
    }
    return found;
  }

  /** Every entry, for those who check a whole segment. */
  entries(): TermEntry[] {
    return this.groups.flatMap((group) => [...this.walk(group)].map((walked) => this.entryAt(walked)));
  }

  private firstAt(start: number): string {
    const reader = new ByteReader(this.bytes, start);
    const shared = reader.varint();
    return new WordReader().next(shared, reader.raw(reader.varint() >>> 3));
  }

  /** The last group that begins at or before a term; -1 if all are after it. */
  private groupOf(term: string): number {
    let group = this.groups.length - 1;
    while (group >= 0 && compareTerms(this.groups[group]?.first ?? '', term) > 0) group -= 1;
    return group;
  }

  private *walk({ start, end, offset: from }: Group): Generator<Walked> {
    const reader = new ByteReader(this.bytes, start);
    const words = new WordReader();
    let offset = from;
    while (reader.offset < end) {
      const shared = reader.varint();
      const place = reader.offset;
      const head = reader.varint();
      const term = words.next(shared, reader.raw(head >>> 3));
      const begins = offset;
      let count = 0;
      for (let bit = 1; bit <= 4; bit <<= 1) {
        if ((head & bit) === 0) continue;
        const papers = reader.varint();
        count += papers;
        if (papers > INLINE) offset += reader.varint();
        else for (let left = papers; left > 0; left -= 1) reader.varint();
      }
      yield { term, count, place, offset: begins };
    }
  }

  private entryAt({ term, place, offset: from }: Walked): TermEntry {
    const reader = new ByteReader(this.bytes, place);
    const head = reader.varint();
    reader.raw(head >>> 3);
    let offset = from;
    const list = (bit: number): ListRef | null => {
      if ((head & bit) === 0) return null;
      const ref = this.listRef(reader, offset);
      offset += ref.length;
      return ref;
    };
    return {
      term,
      lists: { title: list(1), abstract: list(2), author: list(4) },
    };
  }

  private listRef(reader: ByteReader, offset: number): ListRef {
    const count = reader.varint();
    if (count > this.limit) throw new PackError('corrupt');
    if (count > INLINE) return { count, inline: null, offset, length: reader.varint() };
    const inline = new Uint32Array(count);
    let doc = -1;
    for (let at = 0; at < count; at += 1) {
      doc += 1 + reader.varint();
      if (doc >= this.limit) throw new PackError('corrupt');
      inline[at] = doc;
    }
    return { count, inline, offset: 0, length: 0 };
  }
}
