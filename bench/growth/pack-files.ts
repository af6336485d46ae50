import { openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { BlockSource } from '@/lib/core/block-source';
import { parseManifest } from '@/lib/pack';
import { PackError } from '@/lib/search';
import { ByteReader } from '@/lib/search/bytes';

/** The blocks of a pack read from its files one by one, as a database would give them, and how much was read. */
export type PackFiles = { source: BlockSource; read: { blocks: number; bytes: number } };

/** More than the table of blocks of any part. */
const TABLE_BYTES = 400_000;

export function packFiles(folder: string): PackFiles {
  const manifest = parseManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const places = new Map<string, { file: number; at: number; length: number }>();
  for (const part of manifest.parts) {
    const file = openSync(join(folder, part.file), 'r');
    for (const { key, at, length } of tableOf(file)) places.set(key, { file, at, length });
  }
  const count = { blocks: 0, bytes: 0 };
  const read = async (kind: string, index: number): Promise<Uint8Array> => {
    const place = places.get(`${kind} ${index}`);
    if (!place) throw new PackError('missing-block');
    count.blocks += 1;
    count.bytes += place.length;
    const bytes = new Uint8Array(place.length);
    readSync(place.file, bytes, 0, place.length, place.at);
    return bytes;
  };
  const readMany: BlockSource['readMany'] = (kind, indexes) =>
    Promise.all(indexes.map((index) => read(kind, index)));
  return { source: { read, readMany }, read: count };
}

function tableOf(file: number): { key: string; at: number; length: number }[] {
  const bytes = new Uint8Array(TABLE_BYTES);
  const reader = new ByteReader(bytes.subarray(0, readSync(file, bytes, 0, TABLE_BYTES, 0)), 4);
  reader.varint();
  const entries = Array.from({ length: reader.varint() }, () => ({
    key: `${reader.text()} ${reader.varint()}`,
    length: reader.varint(),
  }));
  let at = reader.offset;
  return entries.map(({ key, length }) => {
    const place = { key, at, length };
    at += length;
    return place;
  });
}
