import { blocksOfPart, headOfPart, parseManifest, verifyHeader, verifyPart, type Manifest } from '@/lib/pack';
import type { PackOrigin } from '@/lib/core/corpus-status';
import { DatasetError } from './dataset-error';
import type { PackHead, ReadPart } from './import-pack';

/** Where a pack is read from: the extension's own package, or files that the reader chose. */
export type PackSource = {
  readManifest: (signal: AbortSignal) => Promise<unknown>;
  /** A part, by the name and the size that the manifest gives it. */
  readPart: (file: string, signal: AbortSignal, bytes: number) => Promise<Uint8Array>;
};

export async function manifestOf(source: PackSource, signal: AbortSignal): Promise<Manifest> {
  return parseManifest(await source.readManifest(signal).catch(unreadable));
}

/** One part of the pack, its hash checked. */
export async function partOf(
  source: PackSource,
  manifest: Manifest,
  index: number,
  signal: AbortSignal,
): Promise<ReadPart> {
  const part = manifest.parts[index];
  if (!part) throw new DatasetError('unreadable', `no part ${index}`);
  const bytes = await source.readPart(part.file, signal, part.bytes).catch(unreadable);
  await verifyPart(part, bytes);
  const blocks = blocksOfPart(bytes);
  verifyHeader(blocks, manifest);
  return { blocks, head: headOfPart(bytes), sha256: part.sha256 };
}

export function headOf(manifest: Manifest, origin: PackOrigin): PackHead {
  const { id, parts, format, analyser, papers, date, source, coverage } = manifest;
  const { archives, years, facts } = coverage;
  return {
    id,
    origin,
    parts: parts.length,
    bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    format,
    analyser,
    papers,
    date,
    source,
    coverage: { archives, years, facts },
  };
}

function unreadable(error: unknown): never {
  throw error instanceof DatasetError ? error : new DatasetError('unreadable', error);
}
