import { readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';
import type { Paper } from '@/lib/core/paper';
import { detectPage } from '@/lib/page/detect';
import { readPage } from '@/lib/page/read';
import { answerJsonLines } from '../json-lines';
import { fromCaller } from '../paths';

/** Lines of `{"url","file"}`, saved arXiv pages, to what their readers make of them. */
export function run(): Promise<number> {
  return answerJsonLines(readSaved);
}

/** `kind` is abs, list, author, search, html or other; a saved PDF has no markup to read. */
export async function readSaved(value: unknown): Promise<{ url: string; kind: string; papers: Paper[] }> {
  const { url, file } = savedPage(value);
  const address = new URL(url);
  const { kind } = detectPage(address);
  if (kind === 'pdf') return { url, kind: 'other', papers: [] };
  const { window } = new JSDOM(await readFile(fromCaller(file), 'utf8'));
  const papers = readPage(window.document, address);
  // Thousands of pages in one run: each gives back its memory.
  window.close();
  // "Article not found" stands at the address of an abstract page, and is none.
  return { url, kind: kind === 'abs' && papers.length === 0 ? 'other' : kind, papers };
}

function savedPage(value: unknown): { url: string; file: string } {
  if (typeof value === 'object' && value !== null && 'url' in value && 'file' in value) {
    const { url, file } = value;
    if (typeof url === 'string' && typeof file === 'string') return { url, file };
  }
  throw new Error('needs "url" and "file"');
}
