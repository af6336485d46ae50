/** One block of a segment: a kind, its place among the blocks of that kind, and its bytes. */
export type Block = { kind: string; index: number; bytes: Uint8Array };

/**
 * Where a segment's blocks are read from: IndexedDB in the extension, files in the pipeline,
 * memory in tests. Bytes are as they were written; a missing block is an error, never empty bytes.
 */
export type BlockSource = {
  read(kind: string, index: number): Promise<Uint8Array>;
  /** Several blocks of one kind in the order asked for, in one round trip where the store allows it. */
  readMany(kind: string, indexes: readonly number[]): Promise<Uint8Array[]>;
};
