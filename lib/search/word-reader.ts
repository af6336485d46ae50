import { PackError } from './pack-error';

const decoder = new TextDecoder();
const LONGEST_TERM = 1024;

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
