const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’]*/gu;

/**
 * Puts braces around the words of an escaped title whose capitals mean something, for many styles
 * write the rest small: acronyms and names in camel case always, and in a title that is otherwise
 * written small any capital, which is then a name's. What is in braces already is left alone.
 */
export function protectCapitals(title: string): string {
  const isSentence = isSentenceCase(title);
  let words = 0;
  return outsideBraces(title, (text) =>
    text.replace(WORD, (word, at: number) => {
      const before = text.slice(Math.max(0, at - 3), at);
      const isStart = words++ === 0 || /[.?!:]\s*$/.test(before);
      const isName = isSentence && !isStart && /^\p{Lu}/u.test(word);
      const isCommand = before.endsWith('\\');
      return !isCommand && (hasInnerCapital(word) || isName) ? `{${word}}` : word;
    }),
  );
}

const hasInnerCapital = (word: string) => /^.\P{Lu}*\p{Lu}/u.test(word);

function isSentenceCase(title: string): boolean {
  const words = (title.match(WORD) ?? []).slice(1).filter((word) => word.length > 3);
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length > 0 && small * 2 >= words.length;
}

function outsideBraces(text: string, change: (outside: string) => string): string {
  let out = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth++ === 0) {
      out += change(text.slice(from, at));
      from = at;
    } else if (text[at] === '}' && --depth === 0) {
      out += text.slice(from, at + 1);
      from = at + 1;
    }
  }
  return out + change(text.slice(from));
}
