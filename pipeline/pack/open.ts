import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Block } from '@/lib/core/block-source';
import { blocksOfPart, type Manifest, parseManifest, verifyPart } from '@/lib/pack';
import { memorySource, openSegment, type Segment } from '@/lib/search';

/** The pack in the repository. */
export const BUNDLED_PACK = fileURLToPath(new URL('../../public/dataset', import.meta.url));

/** Reads and verifies a pack from a folder. */
export async function openPack(
  folder: string,
): Promise<{ manifest: Manifest; blocks: Block[]; segment: Segment }> {
  const manifest = parseManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const blocks: Block[] = [];
  for (const part of manifest.parts) {
    const bytes = readFileSync(join(folder, part.file));
    await verifyPart(part, bytes);
    blocks.push(...blocksOfPart(bytes));
  }
  return { manifest, blocks, segment: await openSegment(memorySource(blocks)) };
}
