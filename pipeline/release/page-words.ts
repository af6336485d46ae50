import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands in a script for the words put into it: entrypoints/arxiv.content/page-words.ts. */
const PLACE = 'GLOSS_PAGE_WORDS';

type Message = { message: string; placeholders?: Record<string, { content: string }> };
type Messages = Readonly<Record<string, Message>>;

/** A step of the build: puts into each content script the English messages that it names, and which other languages there are. */
export function pageWords(locales: string): { name: string; renderChunk: (code: string) => string | null } {
  const path = join(locales, 'en', 'messages.json');
  return {
    name: 'page-words',
    renderChunk: (code) => {
      const english = JSON.parse(readFileSync(path, 'utf8')) as Messages;
      const others = readdirSync(locales).filter((name) => name !== 'en');
      return code.includes(PLACE) ? code.replace(PLACE, () => wordsFor(code, english, others)) : null;
    },
  };
}

/** Messages that `code` names anywhere, with their parts numbered as `getMessage` numbers them. */
export function wordsFor(code: string, messages: Messages, others: readonly string[]): string {
  const named = new Set(code.match(/\w+/g));
  const english = Object.entries(messages)
    .filter(([key]) => named.has(key))
    .map(([key, { message, placeholders = {} }]) => {
      const numbered = message.replace(/\$(\w+)\$/g, (_, name: string) => {
        const place = placeholders[name.toLowerCase()];
        if (!place) throw new Error(`${key}: ${name} is no placeholder`);
        return place.content;
      });
      return [key, numbered] as const;
    });
  return JSON.stringify({ english: Object.fromEntries(english), others });
}
