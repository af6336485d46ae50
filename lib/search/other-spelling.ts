/** British, American; the other way round too. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/([a-z]{3})is(ed?|es|ing|ers?|ations?)$/, '$1iz$2'],
  [/([a-z]{3})iz(ed?|es|ing|ers?|ations?)$/, '$1is$2'],
  [/yse(d?)$/, 'yze$1'],
  [/yze(d?)$/, 'yse$1'],
  [/(havi|neighb|col|fav|hum|lab|tum|vap)our/, '$1or'],
  [/(havi|neighb|col|fav|hum|lab|tum|vap)or/, '$1our'],
  [/(model|label|travel|cancel|signal|channel|level|tunnel|fuel)l(ing|ed|er)$/, '$1$2'],
  [/(model|label|travel|cancel|signal|channel|level|tunnel|fuel)(ing|ed|er)$/, '$1l$2'],
  [/^(cent|fib|lit|met|spect)re$/, '$1er'],
  [/^(cent|fib|lit|met|spect)er$/, '$1re'],
];

/** A word as the other side of the Atlantic spells it; null where both spell it alike. It may be no word at all. */
export function otherSpelling(word: string): string | null {
  for (const [pattern, other] of SPELLINGS) if (pattern.test(word)) return word.replace(pattern, other);
  return null;
}
