import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dumpLines } from '../sources/dump';

const FLUSH_BYTES = 1 << 18;

/** Lines on disk in numbered heaps, so that a corpus larger than memory can be put in order. */
export class Spill {
  private readonly folder = mkdtempSync(join(tmpdir(), 'gloss-pack-'));
  private readonly waiting = new Map<number, { lines: string[]; size: number }>();

  add(heap: number, line: string): void {
    const held = this.waiting.get(heap) ?? { lines: [], size: 0 };
    held.lines.push(line);
    held.size += line.length;
    this.waiting.set(heap, held);
    if (held.size >= FLUSH_BYTES) this.flush(heap);
  }

  /** The heaps that hold anything. */
  heaps(): number[] {
    for (const heap of this.waiting.keys()) this.flush(heap);
    return [...this.waiting.keys()];
  }

  /** Lines of a heap in the order they were added. */
  lines(heap: number): AsyncGenerator<string> {
    this.flush(heap);
    return dumpLines(this.fileOf(heap));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private flush(heap: number): void {
    const held = this.waiting.get(heap);
    if (!held || held.lines.length === 0) return;
    appendFileSync(this.fileOf(heap), `${held.lines.join('\n')}\n`);
    this.waiting.set(heap, { lines: [], size: 0 });
  }

  private fileOf(heap: number): string {
    return join(this.folder, `${heap}.jsonl`);
  }
}
