import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeWordVectors, type WordVectors } from '@/lib/related/word-vectors';

/** Where the trained word vectors are kept: `word-vectors.bin`, and `.json`: how they were made. */
export const WEIGHTS_FOLDER = fileURLToPath(new URL('./weights', import.meta.url));

/** The word vectors that packs carry, as the bytes they carry. */
export async function wordVectorBytes(): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(WEIGHTS_FOLDER, 'word-vectors.bin')));
}

export async function readWordVectors(): Promise<WordVectors> {
  return decodeWordVectors(await wordVectorBytes());
}
