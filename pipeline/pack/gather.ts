import { basename } from 'node:path';
import { type PaperId, parsePaperId } from '@/lib/core/paper-id';
import { staticRank } from '@/lib/pack';
import { dumpLines } from '../sources/dump';
import type { Beside } from '../sources/tables';
import { Progress } from './progress';
import { Spill } from './spill';

/** Records of all sources, heaped by static rank. In memory: an id, a number and a name each. `bad` lines are none. */
export type Gathered = { spill: Spill; found: readonly Found[]; bad: number };

/** What choosing needs to know of a record. `archive` is null where the record is not whole. */
export type Found = { id: PaperId; rank: number; archive: string | null };

const BAD_NAMED = 5;
const NEEDED = ['authors', 'categories', 'abstract'];

/** Reads every source once. Lines that are no record are counted, the first few named. */
export async function gather(files: readonly string[], beside: Beside): Promise<Gathered> {
  const spill = new Spill();
  const progress = new Progress('read');
  const found: Found[] = [];
  let bad = 0;
  for (const file of files) {
    let number = 0;
    for await (const line of dumpLines(file)) {
      number += 1;
      const known = readRecord(line, beside);
      if ('error' in known) {
        bad += 1;
        if (bad <= BAD_NAMED) process.stderr.write(`${basename(file)} line ${number}: ${known.error}\n`);
        continue;
      }
      spill.add(known.rank, line);
      found.push(known);
      progress.at(found.length);
    }
  }
  progress.end(found.length);
  if (bad > 0) process.stderr.write(`${bad} lines left out\n`);
  return { spill, found, bad };
}

function readRecord(line: string, { popularity, code }: Beside): Found | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : String(error)}`.slice(0, 120) };
  }
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const text = record['id'];
  const id = typeof text === 'string' ? parsePaperId(text) : undefined;
  if (id === undefined) return { error: `no arXiv id: ${JSON.stringify(text ?? null).slice(0, 60)}` };
  const named = popularity.get(id) ?? { lists: 0, mentions: 0 };
  const lacking = NEEDED.filter((name) => !record[name]).length;
  const archive = lacking === 0 ? (/^[a-z-]+/.exec(String(record['categories']))?.[0] ?? null) : null;
  return { id, rank: staticRank(id, { ...named, code: code.has(id), lacking }), archive };
}
