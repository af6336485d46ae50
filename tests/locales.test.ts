import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { join } from 'node:path';
import messages from '@/public/_locales/en/messages.json';
import { ROOT } from './browser/command';
import { SOURCE_FILES } from './source-files';

type Message = { message: string; placeholders?: Record<string, { content: string }> };

const MESSAGES: readonly [string, Message][] = Object.entries(messages);
const KEYS = new Set(MESSAGES.map(([key]) => key));
/** Names that stand in quotes: `text('page_brand')`, `name: 'library_switch_stated'`, `__MSG_extension_name__`. */
const QUOTED = /['"`](?:__MSG_)?([a-z]+_[a-z_]*[a-z])(?:__)?['"`]/g;

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const SOURCES = [...SOURCE_FILES, 'wxt.config.ts'].map(read);
const NAMED = new Set(SOURCES.flatMap((source) => [...source.matchAll(QUOTED)].map(([, name = '']) => name)));
/** Where `text` is the one of components/text.tsx. */
const WORDED = SOURCE_FILES.filter((file) => /^(components|entrypoints|lib\/features)\//.test(file)).map(
  read,
);

test('every message is used somewhere', () => {
  expect([...KEYS].filter((key) => !NAMED.has(key))).toEqual([]);
});

test('every message asked for is there', () => {
  const keysIn = (sources: readonly string[], pattern: RegExp) =>
    sources.flatMap((source) => [...source.matchAll(pattern)].map(([, key = '']) => key));
  const asked = [
    ...keysIn(WORDED, /\btext\(\s*'([^']+)'/g),
    ...keysIn(SOURCES, /\bgetMessage\(\s*'([^'@]+)'/g),
    ...keysIn(SOURCES, /__MSG_(\w+?)__/g),
  ];
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => !KEYS.has(key))).toEqual([]);
});

test.each(MESSAGES)('%s is words, and names its parts by their order in the alphabet', (_, message) => {
  expect(message.message.trim()).toBe(message.message);
  expect(message.message).not.toBe('');
  const parts = [
    ...new Set([...message.message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase())),
  ].sort();
  const places = Object.entries(message.placeholders ?? {}).map(([name, { content }]) => [
    content,
    name.toLowerCase(),
  ]);
  // makeText hands the values over in this order.
  expect(places.sort()).toEqual(parts.map((name, at) => [`$${at + 1}`, name]));
});

test.each(readdirSync(join(ROOT, 'public/_locales')))('%s has the same messages as English', (locale) => {
  const path = join(ROOT, 'public/_locales', locale, 'messages.json');
  const translated = Object.keys(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>);
  expect(translated.sort()).toEqual([...KEYS].sort());
});
