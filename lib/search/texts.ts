import { type ByteReader } from './bytes';

const decoder = new TextDecoder();

/** Texts of a header, decoded as they are asked for: opening a segment needs a dozen of its thousands. */
export class Texts {
  private constructor(
    private readonly pieces: readonly Uint8Array[],
    private readonly known: (string | undefined)[],
  ) {}

  static of(values: readonly string[]): Texts {
    return new Texts([], [...values]);
  }

  /** A varint, how many; then so many texts. */
  static read(reader: ByteReader): Texts {
    const pieces: Uint8Array[] = [];
    for (let left = reader.varint(); left > 0; left -= 1) pieces.push(reader.raw(reader.varint()));
    return new Texts(pieces, new Array<string | undefined>(pieces.length));
  }

  get length(): number {
    return this.known.length;
  }

  at(place: number): string {
    return (this.known[place] ??= decoder.decode(this.pieces[place]));
  }
}
