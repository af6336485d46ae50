import { existsSync, readFileSync } from 'node:fs';

/** What a page's source record says: see README.md beside the given pages. */
export type Expected = {
  id?: string;
  ids?: readonly string[];
  count?: number;
  version?: number;
  title?: string;
  title_utf8?: string;
  authors?: string;
  authors_utf8?: string;
  abstract?: string;
  comments?: string | null;
  journal_ref?: string | null;
  report_no?: string | null;
  doi?: string | null;
  msc_class?: string | null;
  acm_class?: string | null;
  categories?: readonly string[];
  submitted?: string | null;
  versions?: readonly { v: number; date: string }[];
  withdrawn?: boolean;
  new?: readonly string[];
  cross?: readonly string[];
  rep?: readonly string[];
};

export type GivenPage = {
  url: string;
  file: string;
  kind: string;
  status: number;
  gen: string;
  expected: Expected | null;
  /** The markup, read when it is asked for. */
  html: () => string;
};

const ROOT = new URL('../../../shared/pages/', import.meta.url);

/** True on a machine that has the given pages; tests over them are skipped by name elsewhere. */
export const GIVEN = existsSync(ROOT);

export function givenPages(...kinds: readonly string[]): GivenPage[] {
  if (!GIVEN) return [];
  return [manifestAt(''), manifestAt('recent/')].flat().filter(({ kind }) => kinds.includes(kind));
}

function manifestAt(folder: string): GivenPage[] {
  const rows: unknown = JSON.parse(readFileSync(new URL(`${folder}manifest.json`, ROOT), 'utf8'));
  if (!Array.isArray(rows)) throw new Error('the manifest is no list');
  return rows.map((row: unknown) => {
    // Test material with a fixed form, checked by the assertions made on it.
    const page = row as Omit<GivenPage, 'html'>;
    const place = new URL(folder + page.file, ROOT);
    return { ...page, html: () => readFileSync(place, 'utf8') };
  });
}
