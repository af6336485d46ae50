/** Every page Gloss may see. The manifest, the content script and the tests read this one list. */
export const ARXIV_MATCHES = ['https://arxiv.org/*', 'https://www.arxiv.org/*'];

/** HTML papers among them. */
export const HTML_MATCHES = ARXIV_MATCHES.map((match) => match.replace('*', 'html/*'));
