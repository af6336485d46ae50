import browser from 'webextension-polyfill';
import { clipped } from '@/components/format';
import { parseVersionedId } from '@/lib/core/paper-id';
import { texToText } from '@/lib/core/tex';
import type { Corpus } from '@/lib/corpus';

const MOST = 6;
const LONGEST = 160;

export type Suggestion = { content: string; description: string };

/** `ax words`: papers as suggestions, each leading to its abstract page. */
export async function suggestionsFor(
  corpus: Pick<Corpus, 'search'>,
  words: string,
  signal?: AbortSignal,
): Promise<Suggestion[]> {
  if (words.trim() === '') return [];
  const { hits } = await corpus.search(words, { limit: MOST, ...(signal ? { signal } : {}) });
  return hits.map(({ paper: { id, title, authors, year } }) => ({
    content: `https://arxiv.org/abs/${id}`,
    description: clipped(
      [texToText(title), authors[0] && texToText(authors[0]), year || ''].filter(Boolean).join(' · '),
      LONGEST,
    ),
  }));
}

/** Where Enter leads: a suggestion, a paper by its id, the best hit; where there is none, arXiv's own search. */
export async function addressFor(corpus: Pick<Corpus, 'search'>, entered: string): Promise<string> {
  if (/^https:\/\/arxiv\.org\/abs\//.test(entered)) return entered;
  const named = parseVersionedId(entered.trim());
  if (named) return `https://arxiv.org/abs/${named.id}${named.version === null ? '' : `v${named.version}`}`;
  const [best] = await suggestionsFor(corpus, entered).catch(() => []);
  return best?.content ?? `https://arxiv.org/search/?query=${encodeURIComponent(entered)}&searchtype=all`;
}

/** Chrome reads descriptions as XML, Firefox as text. */
export function escapedFor(isXml: boolean, { content, description }: Suggestion): Suggestion {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  // No control characters: Chrome drops the whole list for one.
  const plain = description.replace(/\p{Cc}/gu, ' ');
  return { content, description: isXml ? plain.replace(/[&<>"]/g, (found) => entities[found] ?? '') : plain };
}

export function serveOmnibox(corpus: Pick<Corpus, 'search'>, report: (error: unknown) => void): void {
  const isXml = browser.runtime.getURL('').startsWith('chrome-extension:');
  let asked = new AbortController();
  browser.omnibox.onInputChanged.addListener((words, suggest) => {
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    suggestionsFor(corpus, words, signal).then(
      (found) => suggest(found.map((one) => escapedFor(isXml, one))),
      (error: unknown) => signal.aborted || report(error),
    );
  });
  browser.omnibox.onInputEntered.addListener((entered, disposition) => {
    const open = async (): Promise<void> => {
      const url = await addressFor(corpus, entered);
      if (disposition === 'currentTab') await browser.tabs.update({ url });
      else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
    };
    open().catch(report);
  });
}
