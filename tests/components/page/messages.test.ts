import { expect, test } from 'vitest';
import messages from '@/public/_locales/en/messages.json';

type Message = { message: string; placeholders?: Record<string, { content: string }> };
const MESSAGES: [string, Message][] = Object.entries(messages);

test('placeholders are numbered in the alphabet’s order of their names, as makeText hands them over', () => {
  const wrong = MESSAGES.filter(([, { placeholders = {} }]) =>
    Object.keys(placeholders)
      .sort()
      .some((name, at) => placeholders[name]?.content !== `$${at + 1}`),
  );
  expect(wrong.map(([key]) => key)).toEqual([]);
});

test('every placeholder is used in its message, and every one used is declared', () => {
  const wrong = MESSAGES.filter(([, { message, placeholders = {} }]) => {
    const used = new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase()));
    return [...used].sort().join() !== Object.keys(placeholders).sort().join();
  });
  expect(wrong.map(([key]) => key)).toEqual([]);
});
