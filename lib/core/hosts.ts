/** Every page Gloss may see. The manifest, the content script and the tests read this one list. */
export const ARXIV_MATCHES = ['https://arxiv.org/*', 'https://www.arxiv.org/*'];

/** HTML papers among them. */
export const HTML_MATCHES = under('html/');

/** Pages of rows among them: listings, author pages and search results. */
export const ROW_MATCHES = ['list/', 'catchup/', 'a/', 'search'].flatMap(under);

function under(path: string): string[] {
  return ARXIV_MATCHES.map((match) => match.replace('*', `${path}*`));
}
