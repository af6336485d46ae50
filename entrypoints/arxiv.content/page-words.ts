/** What the build puts here: pipeline/release/page-words.ts. */
export type PageWords = { english: Readonly<Record<string, string>>; others: readonly string[] };

type Browser = {
  getMessage: (key: string, values: string[]) => string;
  getUILanguage: () => string;
};

/**
 * Messages for pages. Chromium's `getMessage` keeps the page waiting for another process the first time, 4 ms of 33
 * until the stated facts are drawn: so the script carries the English ones, for readers whose language there is not.
 */
export function messagesFrom({ english, others }: PageWords, browser: Browser): Browser['getMessage'] {
  const [language = ''] = browser.getUILanguage().split('-');
  // `pt_BR` may serve a reader of `pt-PT`: the browser knows.
  if (others.some((name) => name.split('_')[0] === language))
    return (key, values) => browser.getMessage(key, values);
  return (key, values) =>
    (english[key] ?? '').replace(/\$(\d)/g, (_, place: string) => values[Number(place) - 1] ?? '');
}
