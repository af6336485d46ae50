import type { Block, BlockSource } from '@/lib/core/block-source';
import { PackError } from './pack-error';

/** Blocks that are in memory, as a source. */
export function memorySource(blocks: Iterable<Block>): BlockSource {
  const held = new Map<string, Uint8Array>();
  for (const { kind, index, bytes } of blocks) held.set(`${kind} ${index}`, bytes);
  const read = async (kind: string, index: number): Promise<Uint8Array> => {
    const bytes = held.get(`${kind} ${index}`);
    if (!bytes) throw new PackError('missing-block', `${kind} ${index}`);
    return bytes;
  };
  return { read, readMany: (kind, indexes) => Promise.all(indexes.map((index) => read(kind, index))) };
}
