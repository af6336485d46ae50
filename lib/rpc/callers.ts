import { ARXIV_MATCHES } from '@/lib/core/hosts';

const ORIGINS = new Set(ARXIV_MATCHES.map((match) => new URL(match.replace('*', '')).origin));

/** True for a page that the manifest lets us see. */
export function isArxivUrl(url: string): boolean {
  return URL.canParse(url) && ORIGINS.has(new URL(url).origin);
}
