import { pathOption, readArguments } from '../arguments';
import { BUNDLED_PACK, openPack } from '../pack/open';

/** Prints what a pack holds and what it weighs. */
export async function run(args: readonly string[]): Promise<number> {
  const found = readArguments(args, ['pack']);
  const { manifest, blocks } = await openPack(pathOption(found, 'pack') ?? BUNDLED_PACK);
  const { id, format, papers, terms, date, segments, coverage } = manifest;
  const all = manifest.parts.reduce((sum, part) => sum + part.bytes, 0);
  const byKind: Record<string, number> = {};
  for (const { kind, bytes } of blocks) byKind[kind] = (byKind[kind] ?? 0) + bytes.length;
  const perPaper = Math.round((all / Math.max(1, papers)) * 100) / 100;
  const bytes = { all, perPaper, byKind };
  process.stdout.write(`${JSON.stringify({ id, format, papers, bytes, terms, date, segments, coverage })}\n`);
  return 0;
}
