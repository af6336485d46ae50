import { parseVersionedId, type PaperId } from '@/lib/core/paper-id';

/** `month` holds for `/list/X/current` too; `catchup` is one day of `/catchup/X/YYYY-MM-DD`. */
export type ListView = 'new' | 'recent' | 'pastweek' | 'month' | 'year' | 'catchup';

/** What an arXiv address shows, read from the address alone. `version` is null when it names none. */
export type Page =
  | { kind: 'abs'; id: PaperId; version: number | null }
  | { kind: 'html'; id: PaperId; version: number | null }
  | { kind: 'pdf'; id: PaperId; version: number | null }
  | { kind: 'list'; archive: string; view: ListView }
  | { kind: 'author'; author: string }
  | { kind: 'search' }
  | { kind: 'other' };

const HOST = /^(?:[a-z0-9-]+\.)?arxiv\.org$/;
const OTHER: Page = { kind: 'other' };

export function detectPage(url: URL): Page {
  if (!HOST.test(url.hostname)) return OTHER;
  const [, section = '', rest = ''] = /^\/([a-z]+)(?:\/(.*))?$/.exec(pathOf(url)) ?? [];
  switch (section) {
    case 'abs':
    case 'html':
      return paperPage(section, rest);
    case 'pdf':
      return paperPage(section, rest.replace(/\.pdf$/, ''));
    case 'list':
      return listPage(rest);
    case 'catchup':
      return catchupPage(rest);
    case 'a':
      return /^[\w'.-]+$/.test(rest) ? { kind: 'author', author: rest } : OTHER;
    case 'search':
      return /^[a-z-]*$/.test(rest) ? { kind: 'search' } : OTHER;
    default:
      return OTHER;
  }
}

function pathOf(url: URL): string {
  const path = url.pathname.replace(/\/+$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray per cent sign: nothing of ours is spelled with one.
    return path;
  }
}

function paperPage(kind: 'abs' | 'html' | 'pdf', text: string): Page {
  const named = parseVersionedId(text);
  return named ? { kind, ...named } : OTHER;
}

function listPage(rest: string): Page {
  const [, archive, period] = /^([\w-]+(?:\.[\w-]+)?)\/([\w-]+)$/.exec(rest) ?? [];
  const view = period === undefined ? undefined : viewOf(period);
  return archive !== undefined && view ? { kind: 'list', archive, view } : OTHER;
}

function viewOf(period: string): ListView | undefined {
  if (period === 'new' || period === 'recent' || period === 'pastweek') return period;
  if (period === 'current' || /^\d{4}-(?:0[1-9]|1[0-2])$/.test(period)) return 'month';
  // Before 2024 `0704` was a month; a number that is a year has been a year since.
  if (/^(?:19|20)\d\d$|^\d\d$/.test(period)) return 'year';
  return /^\d\d(?:0[1-9]|1[0-2])$/.test(period) ? 'month' : undefined;
}

function catchupPage(rest: string): Page {
  const [, archive] = /^([\w-]+(?:\.[\w-]+)?)\/\d{4}-\d\d-\d\d$/.exec(rest) ?? [];
  return archive === undefined ? OTHER : { kind: 'list', archive, view: 'catchup' };
}
