import { createRelatedWriter } from '@/lib/related';
import { numberOption, pathOption, readArguments } from '../arguments';
import { type Prepared, prepareAll, writePack } from '../pack/build';
import { gather } from '../pack/gather';
import { fromCaller } from '../paths';
import { type Beside, readCodeLinks, readPopularity } from '../sources/tables';
import { wordVectorBytes } from '../train/vectors-file';

const OPTIONS = ['in', 'out', 'popularity', 'code', 'limit', 'key-terms', 'source', 'threads'];
const USAGE =
  'usage: pack --in FILE... --out DIR [--limit N] [--popularity FILE] [--code FILE] [--key-terms N] [--source TEXT] [--threads N]';
const SOURCE = 'arXiv metadata, published by arXiv under CC0';

/** Builds a pack from snapshot dumps; progress on standard error. Exit status 2 if lines were left out. */
export async function run(args: readonly string[]): Promise<number> {
  const found = readArguments(args, OPTIONS);
  const files = (found.get('in') ?? []).map(fromCaller);
  const out = pathOption(found, 'out');
  if (files.length === 0 || out === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return 1;
  }
  const popularity = pathOption(found, 'popularity');
  const code = pathOption(found, 'code');
  const beside = {
    popularity: popularity === undefined ? new Map<string, never>() : await readPopularity(popularity),
    code: code === undefined ? new Map<string, string>() : await readCodeLinks(code),
  };
  const limit = numberOption(found, 'limit', Infinity);
  const threads = found.has('threads') ? numberOption(found, 'threads', 1) : null;
  const prepared = await prepare(files, beside, limit, threads);
  try {
    const manifest = await writePack(prepared, {
      keyTerms: numberOption(found, 'key-terms', 22),
      out,
      source: found.get('source')?.join(' ') ?? SOURCE,
      code: beside.code,
      related: createRelatedWriter(await wordVectorBytes()),
    });
    const bytes = manifest.parts.reduce((sum, part) => sum + part.bytes, 0);
    process.stderr.write(`${manifest.papers} papers, ${bytes} bytes in ${manifest.parts.length} parts\n`);
  } finally {
    prepared.spill.remove();
  }
  return prepared.bad > 0 ? 2 : 0;
}

async function prepare(
  files: readonly string[],
  beside: Beside,
  limit: number,
  threads: number | null,
): Promise<Prepared & { bad: number }> {
  const gathered = await gather(files, beside);
  try {
    return { ...(await prepareAll(gathered, limit, threads)), bad: gathered.bad };
  } finally {
    gathered.spill.remove();
  }
}
