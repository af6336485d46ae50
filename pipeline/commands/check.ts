import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaperId, type PaperId } from '@/lib/core/paper-id';
import { parseManifest, verifyPart } from '@/lib/pack';
import { pathOption, readArguments } from '../arguments';
import { checkPack, packIds } from '../check/check-pack';
import { BUNDLED_PACK } from '../pack/open';
import { type PreparedPaper, preparePaper } from '../pack/prepare';
import { fromCaller } from '../paths';
import { dumpLines } from '../sources/dump';

/** Proves a pack against the dumps it was built from, or in itself if none are given. Exit status 1 if anything is wrong. */
export async function run(args: readonly string[]): Promise<number> {
  const found = readArguments(args, ['pack', 'in']);
  const folder = pathOption(found, 'pack') ?? BUNDLED_PACK;
  const manifest = parseManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const parts = manifest.parts.map(({ file }) => readFileSync(join(folder, file)));
  for (const [at, entry] of manifest.parts.entries()) await verifyPart(entry, parts[at] ?? Buffer.alloc(0));
  const files = found.get('in')?.map(fromCaller);
  const report = checkPack(parts, files && (await readSource(files, packIds(parts))));
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.faults.length === 0 ? 0 : 1;
}

async function readSource(
  files: readonly string[],
  wanted: ReadonlySet<PaperId>,
): Promise<Map<PaperId, PreparedPaper>> {
  const lines = new Map<PaperId, string[]>();
  for (const file of files) {
    for await (const line of dumpLines(file)) {
      const id = idOf(line);
      if (id && wanted.has(id)) lines.set(id, [...(lines.get(id) ?? []), line]);
    }
  }
  const papers = new Map<PaperId, PreparedPaper>();
  for (const [id, records] of lines) {
    const paper = preparePaper(records);
    if (!('error' in paper)) papers.set(id, { ...paper, abstract: null });
  }
  return papers;
}

function idOf(line: string): PaperId | undefined {
  const [, id] = /"id":\s*"([^"]+)"/.exec(line) ?? [];
  return id === undefined ? undefined : parsePaperId(id);
}
