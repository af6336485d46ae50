const EVERY_MS = 2_000;

/** Tells how far a long job is, its rate and the time left, on standard error. */
export class Progress {
  private readonly started = performance.now();
  private last = this.started;

  constructor(
    private readonly what: string,
    private readonly total: number | null = null,
  ) {}

  at(done: number): void {
    const now = performance.now();
    if (now - this.last < EVERY_MS) return;
    this.last = now;
    const rate = done / ((now - this.started) / 1000);
    const left = this.total === null ? '' : `, ${Math.ceil((this.total - done) / rate)} s left`;
    const of = this.total === null ? '' : ` of ${this.total}`;
    process.stderr.write(`${this.what}: ${done}${of}, ${Math.round(rate)}/s${left}\n`);
  }

  end(done: number): void {
    const seconds = (performance.now() - this.started) / 1000;
    process.stderr.write(
      `${this.what}: ${done} in ${seconds.toFixed(1)} s, ${Math.round(done / seconds)}/s\n`,
    );
  }
}
