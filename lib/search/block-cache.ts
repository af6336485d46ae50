/** Keeps the last `most` results of an asynchronous reading; what failed is tried again. */
export class BlockCache<T> {
  private readonly kept = new Map<string, Promise<T>>();
  private readonly sizes = new Map<string, number>();
  private held = 0;

  constructor(
    private readonly most: number,
    private readonly room: { total: number; of(value: T): number } | null = null,
  ) {}

  get(key: string): Promise<T> | undefined {
    const found = this.kept.get(key);
    if (found) {
      this.kept.delete(key);
      this.kept.set(key, found);
    }
    return found;
  }

  set(key: string, value: Promise<T>): Promise<T> {
    this.forget(key);
    this.kept.set(key, value);
    value.then(
      (done) => this.measured(key, value, done),
      () => {
        if (this.kept.get(key) === value) this.forget(key);
      },
    );
    this.makeRoom();
    return value;
  }

  private measured(key: string, value: Promise<T>, done: T): void {
    if (!this.room || this.kept.get(key) !== value) return;
    const size = this.room.of(done);
    this.sizes.set(key, size);
    this.held += size;
    this.makeRoom();
  }

  private makeRoom(): void {
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most && this.held <= (this.room?.total ?? Infinity)) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.kept.delete(key);
    this.held -= this.sizes.get(key) ?? 0;
    this.sizes.delete(key);
  }
}
