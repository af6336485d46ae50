import type { Block } from '@/lib/core/block-source';
import { ANALYSER, type SegmentPaper, SegmentWriter, type SegmentWriterOptions } from '@/lib/search';
import { FORMAT } from '@/lib/search/header';
import { CoverageCounter } from './coverage';
import type { Manifest, PartEntry } from './manifest';
import { PartWriter } from './part';
import { sha256 } from './verify';

/** Adds block kinds of its own to a segment: sees every paper in order, gives its blocks at the end. */
export type SegmentSection = { add(paper: SegmentPaper): void; blocks(): Iterable<Block> };

export type PackOptions = SegmentWriterOptions & {
  source: string;
  sections: readonly SegmentSection[];
  /** Called with each part as soon as it is full. */
  writePart(file: string, bytes: Uint8Array): Promise<void>;
};

/** Builds a pack of one segment. Papers come best first: by rank downwards, ties by id. */
export class PackBuilder {
  private readonly segment: SegmentWriter;
  private readonly parts = new PartWriter();
  private readonly coverage = new CoverageCounter();
  private readonly entries: PartEntry[] = [];
  private papers = 0;

  constructor(private readonly options: PackOptions) {
    this.segment = new SegmentWriter(options);
  }

  async add(paper: SegmentPaper): Promise<void> {
    this.papers += 1;
    this.coverage.add(paper);
    for (const section of this.options.sections) section.add(paper);
    for (const block of this.segment.add(paper)) await this.put(block);
  }

  /** Writes what is left and tells what the manifest says. */
  async finish(): Promise<Manifest> {
    for (const section of this.options.sections) for (const block of section.blocks()) await this.put(block);
    for (const block of this.segment.finish()) await this.put(block);
    const last = this.parts.finish();
    if (last) await this.write(last);
    const hashes = this.entries.map((entry) => entry.sha256).join('');
    return {
      format: FORMAT,
      analyser: ANALYSER,
      id: (await sha256(new TextEncoder().encode(hashes))).slice(0, 32),
      papers: this.papers,
      terms: this.segment.termCount,
      segments: 1,
      date: this.coverage.date,
      source: this.options.source,
      coverage: this.coverage.coverage,
      parts: this.entries,
    };
  }

  private async put(block: Block): Promise<void> {
    const full = this.parts.add(block);
    if (full) await this.write(full);
  }

  private async write(bytes: Uint8Array): Promise<void> {
    const file = `part-${String(this.entries.length).padStart(2, '0')}.bin`;
    this.entries.push({ file, bytes: bytes.length, sha256: await sha256(bytes) });
    await this.options.writePart(file, bytes);
  }
}
