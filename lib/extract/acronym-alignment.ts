/** A word of the long form's neighbourhood; offsets are in the text it came from. */
export type Word = { text: string; start: number; end: number; gap: string };

const STOP = /^(?:a|an|and|at|by|de|en|for|from|in|into|la|of|on|or|the|to|via|with|its|per)$/i;
const NUMBERS: Readonly<Record<string, string>> = {
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
};
/** Costs of reading a letter elsewhere than at a word's beginning, and of passing over a word. */
const COST = {
  initial: 0,
  run: 0.15,
  capital: 0.2,
  inner: 1,
  cold: 2.2,
  skipStop: 0.15,
  skip: 1.7,
  comma: 1.6,
};

/**
 * Splits text into words; hyphens and slashes also part them, so that `super-resolution` gives two.
 */
export function wordsOf(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  let last = from;
  const pattern = /[\p{L}\p{N}]+/gu;
  for (const match of text.slice(from, to).matchAll(pattern)) {
    const start = from + match.index;
    words.push({ text: match[0], start, end: start + match[0].length, gap: text.slice(last, start) });
    last = start + match[0].length;
  }
  return words;
}

/**
 * The least cost of spelling `short` with letters of `words` in order, the first of them beginning
 * the first word; null when it cannot be spelt. After Schwartz and Hearst (2003), with costs in
 * place of their greedy match. Work is bounded by letters x letters of the words.
 */
export function alignmentCost(short: string, words: readonly Word[]): number | null {
  const letters = Array.from(short.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const first = words[0];
  if (!first || letters.length === 0 || !begins(first.text.toLowerCase(), letters[0] ?? '')) return null;
  // best[k]: cost with k letters spelt by the words so far; run[k]: the last of them read at its place.
  let best: number[] = letters.map(() => Infinity);
  best.push(Infinity);
  best[0] = 0;
  for (const [index, word] of words.entries()) {
    const skip =
      (STOP.test(word.text) || /^ ?[-/] ?$/.test(word.gap) ? COST.skipStop : COST.skip) +
      (/[,;:]/.test(word.gap) && index > 0 ? COST.comma : 0);
    const next = best.map((cost) => (index === 0 ? Infinity : cost + skip));
    spellWithin(word.text, letters, best, next, index === 0);
    best = next;
  }
  const cost = best[letters.length] ?? Infinity;
  return cost === Infinity ? null : cost;
}

/** A word begins with a letter, or is the number a digit stands for: `two` for 2. */
function begins(word: string, letter: string): boolean {
  return word.startsWith(letter) || (NUMBERS[letter] !== undefined && word === NUMBERS[letter]);
}

/** Lets one word give one or more letters, from each count already reached. */
function spellWithin(
  word: string,
  letters: readonly string[],
  before: readonly number[],
  after: number[],
  mustStart: boolean,
): void {
  const lower = word.toLowerCase();
  for (let spelt = 0; spelt < letters.length; spelt += 1) {
    const base = before[spelt] ?? Infinity;
    if (base === Infinity || (mustStart && spelt > 0)) continue;
    let at = -1;
    let cost = base;
    for (let k = spelt; k < letters.length; k += 1) {
      const letter = letters[k] ?? '';
      const found = at < 0 && begins(lower, letter) ? 0 : lower.indexOf(letter, at + 1);
      if (found < 0) break;
      if (at < 0 && found > 0 && mustStart) break;
      cost += letterCost(word, found, at);
      at = found;
      if (cost < (after[k + 1] ?? Infinity)) after[k + 1] = cost;
    }
  }
}

function letterCost(word: string, found: number, previous: number): number {
  if (found === 0) return COST.initial;
  if (previous >= 0 && found === previous + 1) return COST.run;
  const isCapital = /\p{Lu}|\p{N}/u.test(word.charAt(found)) && !/^\p{Lu}+$/u.test(word);
  if (isCapital) return COST.capital;
  return previous >= 0 ? COST.inner : COST.cold;
}
