type Kept = { points: number; doc: number; mask: number };

/** Keeps the best few of many: by points, then by number, which is by rank and id. */
export class Best {
  private kept: Kept[] = [];
  private threshold = -1;

  constructor(private readonly most: number) {}

  wants(points: number): boolean {
    return points >= this.threshold;
  }

  add(points: number, doc: number, mask: number): void {
    this.kept.push({ points, doc, mask });
    if (this.kept.length < this.most * 4) return;
    this.kept = this.inOrder();
    this.threshold = this.kept[this.kept.length - 1]?.points ?? -1;
  }

  inOrder(): Kept[] {
    return this.kept.sort((a, b) => b.points - a.points || a.doc - b.doc).slice(0, this.most);
  }
}
