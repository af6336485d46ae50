import { ByteReader, ByteWriter } from './bytes';
import { WordReader } from './word-reader';
import { sharedLength } from './terms';

const encoder = new TextEncoder();

/** A term as the spelling corrector meets it: how many papers have it, as floor(log2). */
export type Ending = { term: string; most: number };

/** Terms spelled backwards, in byte order, front-coded: shared bytes, own bytes, those bytes, log2 of papers. */
export function encodeEndings(entries: readonly { backwards: string; most: number }[]): Uint8Array {
  const out = new ByteWriter();
  let previous: Uint8Array = new Uint8Array(0);
  for (const { backwards, most } of entries) {
    const bytes = encoder.encode(backwards);
    const shared = sharedLength(previous, bytes);
    out.byte(shared);
    out.varint(bytes.length - shared);
    out.raw(bytes.subarray(shared));
    out.byte(most);
    previous = bytes;
  }
  return out.done();
}

/** Terms of a block that end in a word's ending; both are given backwards. */
export function readEndings(bytes: Uint8Array, ending: string): Ending[] {
  const reader = new ByteReader(bytes);
  const words = new WordReader();
  const found: Ending[] = [];
  while (!reader.ended) {
    const shared = reader.byte();
    const word = words.next(shared, reader.raw(reader.varint()));
    const most = reader.byte();
    if (word.startsWith(ending)) found.push({ term: backwards(word), most });
  }
  return found;
}

/** Code points in reverse order. */
export function backwards(term: string): string {
  return [...term].reverse().join('');
}
