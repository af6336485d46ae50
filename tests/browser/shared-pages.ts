import { existsSync, readFileSync } from 'node:fs';
import type { Site } from './arxiv-server';

const FOLDERS = ['pages', 'pages/recent'].map((name) => new URL(`../../../shared/${name}/`, import.meta.url));

type Row = { url: string; file: string; status: number };

/** Real arXiv pages, where the folder beside the repository is there; else a site without pages. */
export function sharedPages(): Site {
  const files = new Map(FOLDERS.flatMap(rowsOf));
  return (url) => {
    const row = files.get(url.pathname + url.search);
    return (
      row && { status: row.status, type: 'text/html; charset=utf-8', body: readFileSync(row.file, 'utf8') }
    );
  };
}

function rowsOf(folder: URL): [string, { file: URL; status: number }][] {
  const manifest = new URL('manifest.json', folder);
  if (!existsSync(manifest)) return [];
  const rows: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  if (!Array.isArray(rows)) throw new Error(`${manifest.pathname} is not a list`);
  return rows.filter(isRow).map((row) => {
    const { pathname, search } = new URL(row.url);
    return [pathname + search, { file: new URL(row.file, folder), status: row.status }];
  });
}

function isRow(value: unknown): value is Row {
  return (
    typeof value === 'object' && value !== null && 'url' in value && 'file' in value && 'status' in value
  );
}
