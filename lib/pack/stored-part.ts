import { type BlockEntry, entriesOfHead } from './part';
import { PackError } from '@/lib/search/pack-error';
import { sha256 } from './verify';

/** What is kept of a part to check it by: its hash, and the bytes before its blocks, which say which follow. */
type PartProof = { sha256: string; head: Uint8Array };

/** Whether the stored blocks of a part, put together again, are the bytes that were shipped. */
export async function isAsShipped(
  { sha256: wanted, head }: PartProof,
  read: (entries: readonly BlockEntry[]) => Promise<readonly (Uint8Array | undefined)[]>,
): Promise<boolean> {
  try {
    const entries = entriesOfHead(head);
    const blocks = await read(entries);
    if (blocks.some((bytes, at) => bytes?.length !== entries[at]?.length)) return false;
    return (await sha256(joined([head, ...blocks]))) === wanted;
  } catch (error) {
    if (error instanceof PackError) return false;
    throw error;
  }
}

function joined(pieces: readonly (Uint8Array | undefined)[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + (piece?.length ?? 0), 0));
  let at = 0;
  for (const piece of pieces) {
    if (piece) whole.set(piece, at);
    at += piece?.length ?? 0;
  }
  return whole;
}
