import type { Popularity } from '@/lib/pack';
import { dumpLines } from './dump';

/** What is known beside the dumps: by arXiv id, how often lists name it and where its code is. */
export type Beside = {
  popularity: ReadonlyMap<string, Pick<Popularity, 'lists' | 'mentions'>>;
  code: ReadonlyMap<string, string>;
};

/** Reads tab-separated `arxiv_id, n_lists, n_mentions, ...`; the first line names the columns. */
export async function readPopularity(
  file: string,
): Promise<Map<string, { lists: number; mentions: number }>> {
  const found = new Map<string, { lists: number; mentions: number }>();
  for await (const [id = '', lists, mentions] of rows(file)) {
    found.set(id, { lists: Number(lists) || 0, mentions: Number(mentions) || 0 });
  }
  return found;
}

/** Lists where a link was found beside the paper's own entry; a link on the same line may be a re-implementation. */
export async function readCodeLinks(file: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const [id = '', url = '', , methods = ''] of rows(file)) {
    if (methods !== 'same-line' && /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+$/.test(url)) found.set(id, url);
  }
  return found;
}

async function* rows(file: string): AsyncGenerator<string[]> {
  let first = true;
  for await (const line of dumpLines(file)) {
    if (!first) yield line.split('\t');
    first = false;
  }
}
