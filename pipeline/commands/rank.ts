import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { SentenceRole } from '@/lib/core/facts';
import { createRanker, type RankedDocument } from '@/lib/related/rank';
import { answerJsonLines } from '../json-lines';
import { fromCaller } from '../paths';
import { readWordVectors } from '../train/vectors-file';

const ROLES: readonly SentenceRole[] = ['background', 'objective', 'method', 'result', 'conclusion', 'other'];

/** `gloss rank --docs FILE`: candidates by likeness to a query, with idf from FILE. */
export async function run(args: readonly string[]): Promise<number> {
  const file = args[0] === '--docs' ? args[1] : undefined;
  if (file === undefined || args.length > 2) {
    console.error('usage: npm run -s gloss -- rank --docs FILE < queries');
    return 1;
  }
  const documents = await readRankedDocuments(fromCaller(file));
  const ranker = createRanker(documents, await readWordVectors());
  return answerJsonLines((value) => {
    const { qid, facet, cands } = parseRankQuery(value);
    return { qid, facet, ranking: ranker.rank(qid, roleOf(facet), cands) };
  });
}

/** Reads documents from JSON Lines, gzipped or not. @throws Error naming the first line that is not one. */
async function readRankedDocuments(path: string): Promise<RankedDocument[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const document = rankedDocumentOf(JSON.parse(line));
    if (!document) throw new Error(`line ${at + 1} of ${path} is not a document`);
    return [document];
  });
}

/** The abstract is text, or its sentences with a label each (`labels`, or `pred_facets` as in CSFCube). */
export function rankedDocumentOf(value: unknown): RankedDocument | undefined {
  if (!isRecord(value) || typeof value['id'] !== 'string') return undefined;
  const { id, title, abstract } = value;
  const labels = value['labels'] ?? value['pred_facets'];
  const texts = Array.isArray(abstract) ? abstract.map(textOf) : [textOf(abstract)];
  const sentences = texts.map((text, at) => ({
    text,
    role: Array.isArray(labels) ? roleOf(labels[at]) : null,
  }));
  return { id, title: textOf(title), sentences };
}

function parseRankQuery(value: unknown): { qid: string; facet: unknown; cands: string[] } {
  if (!isRecord(value) || typeof value['qid'] !== 'string' || !Array.isArray(value['cands'])) {
    throw new Error('not a query with qid and cands');
  }
  const cands = value['cands'].filter((id): id is string => typeof id === 'string');
  return { qid: value['qid'], facet: value['facet'] ?? null, cands };
}

/** CSFCube writes `method_label`. */
export function roleOf(value: unknown): SentenceRole | null {
  return ROLES.find((role) => role === value || `${role}_label` === value) ?? null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
