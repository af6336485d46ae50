import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaperId, type PaperId } from '@/lib/core/paper-id';
import { parseManifest, verifyPart } from '@/lib/pack';
import { pathOption, readArguments } from '../arguments';
import { PackCheck } from '../check/check-pack';
import { BUNDLED_PACK } from '../pack/open';
import { preparePaper } from '../pack/prepare';
import { Progress } from '../pack/progress';
import { fromCaller } from '../paths';
import { dumpLines } from '../sources/dump';
import { readCodeLinks } from '../sources/tables';

/**
 * Proves a pack against the dumps it was built from, or in itself if none are given; `--code` as for `pack`. A line of JSON,
 * exit status 1 if anything is wrong.
 */
export async function run(args: readonly string[]): Promise<number> {
  const found = readArguments(args, ['pack', 'in', 'code']);
  const folder = pathOption(found, 'pack') ?? BUNDLED_PACK;
  const manifest = parseManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  const parts = manifest.parts.map(({ file }) => readFileSync(join(folder, file)));
  for (const [at, entry] of manifest.parts.entries()) await verifyPart(entry, parts[at] ?? Buffer.alloc(0));
  const check = new PackCheck(parts);
  const files = found.get('in')?.map(fromCaller);
  const code = pathOption(found, 'code');
  if (files)
    await againstSource(
      check,
      files,
      code === undefined ? new Map<string, string>() : await readCodeLinks(code),
    );
  const report = check.report(files !== undefined);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.faults.length === 0 ? 0 : 1;
}

/** Reads the dumps twice: how many records each paper has, and then each as soon as its last record came. */
async function againstSource(
  check: PackCheck,
  files: readonly string[],
  listed: ReadonlyMap<string, string>,
): Promise<void> {
  const { ids } = check;
  const left = new Map<PaperId, number>();
  for await (const [id] of recordsOf(files, ids)) left.set(id, (left.get(id) ?? 0) + 1);
  const waiting = new Map<PaperId, string[]>();
  const progress = new Progress('check', left.size);
  let done = 0;
  for await (const [id, line] of recordsOf(files, ids)) {
    const lines = [...(waiting.get(id) ?? []), line];
    const more = (left.get(id) ?? 0) - 1;
    left.set(id, more);
    if (more > 0) {
      waiting.set(id, lines);
      continue;
    }
    waiting.delete(id);
    const paper = preparePaper(lines);
    if (!('error' in paper)) check.against(paper, listed.get(id));
    progress.at((done += 1));
  }
  progress.end(done);
}

async function* recordsOf(
  files: readonly string[],
  wanted: ReadonlySet<PaperId>,
): AsyncGenerator<[PaperId, string]> {
  for (const file of files) {
    for await (const line of dumpLines(file)) {
      const [, text] = /"id":\s*"([^"]+)"/.exec(line) ?? [];
      const id = text === undefined ? undefined : parsePaperId(text);
      if (id && wanted.has(id)) yield [id, line];
    }
  }
}
