import type { Reading } from './reading';

const KIND = /data ?-?sets?\b|bench|corp(?:us|ora)\b|catalog|test ?(?:bed|suite)|database|treebank/i;
const ELSE =
  /distill|condens|prun|re-?visit|learning|using|without|beyond|shift|analy|improv|what|how|why|lessons|limits/i;

/** By its title, what the paper offers is a collection: a bare `we release NAME at ...` means the data then. */
export function isAboutData(paper: Reading): boolean {
  const title = paper.of('title');
  return KIND.test(title) && !ELSE.test(title);
}
