/** Numbers that are learnt: their values, sums of squared gradients, and sums of values remembered. */
export class Learnt {
  readonly values: Float32Array;
  private readonly squares: Float32Array;
  private readonly sums: Float32Array;

  constructor(length: number) {
    this.values = new Float32Array(length);
    this.squares = new Float32Array(length).fill(0.1);
    this.sums = new Float32Array(length);
  }

  step(at: number, gradient: number, rate: number, decay: number): void {
    const value = this.values[at] ?? 0;
    const full = gradient - decay * value;
    const square = (this.squares[at] ?? 0) + full * full;
    this.squares[at] = square;
    this.values[at] = value + (rate * full) / Math.sqrt(square);
  }

  remember(): void {
    for (let at = 0; at < this.sums.length; at += 1)
      this.sums[at] = (this.sums[at] ?? 0) + (this.values[at] ?? 0);
  }

  sum(at: number): number {
    return this.sums[at] ?? 0;
  }
}
