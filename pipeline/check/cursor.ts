/** Reads bytes one after another, as docs/dataset-format.md says numbers and texts are written. */
export class Cursor {
  at = 0;
  constructor(readonly bytes: Buffer) {}
  byte(): number {
    return this.bytes.readUInt8(this.at++);
  }
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  }
  numbers(count: number): number[] {
    return Array.from({ length: count }, () => this.number());
  }
  take(length: number): Buffer {
    if (this.at + length > this.bytes.length) throw new Error('a block ends too early');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
  text(): string {
    return this.take(this.number()).toString('utf8');
  }
  texts(): string[] {
    return Array.from({ length: this.number() }, () => this.text());
  }
  get ended(): boolean {
    return this.at === this.bytes.length;
  }
}
