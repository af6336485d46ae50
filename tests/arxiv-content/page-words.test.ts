import { expect, test } from 'vitest';
import { makeText } from '@/components/make-text';
import { messagesFrom } from '@/entrypoints/arxiv.content/page-words';
import { wordsFor } from '@/pipeline/release/page-words';
import messages from '@/public/_locales/en/messages.json';

const WORDS = {
  english: { page_brand: 'Gloss', page_in_lists: 'in $1 lists', page_of: '$2 of $1' },
  others: ['de', 'pt_BR'],
};
const browserOf = (language: string) => ({
  getUILanguage: () => language,
  getMessage: (key: string, values: string[]) => [language, key, ...values].join(' '),
});

test.each(['en', 'en-GB', 'fr', ''])(
  'a reader of "%s" reads English, and the browser is not asked',
  (language) => {
    const read = messagesFrom(WORDS, browserOf(language));
    expect(read('page_brand', [])).toBe('Gloss');
    expect(read('page_in_lists', ['3'])).toBe('in 3 lists');
    expect(read('page_of', ['$1', '2'])).toBe('2 of $1');
  },
);

test.each(['de', 'de-AT', 'pt-BR', 'pt-PT'])('a reader of "%s" gets what the browser has', (language) => {
  const read = messagesFrom(WORDS, browserOf(language));
  expect(read('page_in_lists', ['3'])).toBe(`${language} page_in_lists 3`);
});

test('a script gets the messages that it names, with their parts where makeText hands them over', () => {
  const put = JSON.parse(
    wordsFor('t("page_parameters",`page_brand`),x("pagebrand")', messages, ['de']),
  ) as typeof WORDS;
  expect(put.others).toEqual(['de']);
  expect(Object.keys(put.english).sort()).toEqual(['page_brand', 'page_parameters']);
  const text = makeText(messagesFrom(put, browserOf('en')));
  expect(text('page_parameters', { count: '6B' })).toBe('6B parameters');
});

test('a message with a part that has no place stops the build', () => {
  expect(() => wordsFor('odd', { odd: { message: 'in $NOWHERE$' } }, [])).toThrow('odd: NOWHERE');
});
