/**
 * Which row of a model belongs to the hash of a feature. A table of its own in place of a `Map`: unsigned
 * 32-bit keys are numbers on the heap there, and a text asks for tens of thousands.
 */
export class FeatureRows {
  /** Hash and row of each place; a place with row -1 is free. */
  private readonly keys: Uint32Array;
  private readonly rows: Int32Array;

  /** The hash of each row, in order; none twice. */
  constructor(readonly hashes: Uint32Array) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, hashes.length * 2)));
    this.keys = new Uint32Array(size);
    this.rows = new Int32Array(size).fill(-1);
    for (const [row, hash] of hashes.entries()) {
      const place = this.placeOf(hash);
      this.keys[place] = hash;
      this.rows[place] = row;
    }
  }

  /** -1 for a feature the model does not have. */
  rowOf(hash: number): number {
    return this.rows[this.placeOf(hash)] ?? -1;
  }

  /** Where the hash is, else where it would be put. */
  private placeOf(hash: number): number {
    const last = this.keys.length - 1;
    // The upper half too: the lowest bits of these hashes are the least mixed.
    let place = (hash ^ (hash >>> 15)) & last;
    while ((this.rows[place] ?? -1) >= 0 && this.keys[place] !== hash) place = (place + 1) & last;
    return place;
  }
}
