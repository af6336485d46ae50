/** A number with its unit as a claim states it; a range gives both ends. Offsets are in the text read. */
export type Quantity = { values: readonly number[]; unit: string; start: number; end: number };

const WRAP = '(?:\\$?\\\\(?:text|math)?bf\\{|\\$)?';
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,6}(?:\\. ?\\d{1,4})?';
const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  an: 1,
  one: 1,
};
const NUMBER = `(?:${WRAP}(?:${DIGITS})\\}?)`;
const PERCENT = '\\\\?%|per ?cent(?:age)?';
const UNITS = `(?:(?:${PERCENT})[ -]?(?:percentage )?points?|${PERCENT}|p\\.?p\\.?(?![a-z])|(?:percentage|absolute) points?|\\$?\\\\times\\$?|\u00d7|x(?![\\w-])|X(?![\\w-])|times|-?fold|dB|[GM]i?B(?![a-z])|(?:mAP|AP|BLEU|F1|AUROC|AUC|ROUGE\\S*|m?IoU|[AR]@[\\d.]+|PSNR|Dice|WER|EER)(?![\\w])|(?:[\\w@.+-]{1,14} ){0,2}points?)`;
const QUANTITY = new RegExp(
  `(?<![\\w.\\\\/@])(${NUMBER})(?: ?(?:${PERCENT}|x|\\$?\\\\times)?\\$? ?(?:-{1,2}|to|and|~|\\\\sim|--)\\$? ?(${NUMBER}))? ?\\\\?,?\\$? ?(?:-| )?(${UNITS})\\$?\\}?\\$?`,
  'gi',
);
const WORD_QUANTITY =
  /\b(two|three|four|five|six|seven|eight|nine|ten|an|one|\d{1,2}(?:\.\d)?)(?:(?: |-)(?:to|or|-) ?(two|three|four|five|six|\d))?[ -](orders? of magnitude|times|fold)\b/gi;

export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const [whole, low = '', high, unit = ''] = match;
    const values = [low, high].filter((part) => part !== undefined).map(numberOf);
    found.push({ values, unit: unitOf(unit), start: match.index, end: match.index + whole.length });
  }
  for (const match of text.matchAll(WORD_QUANTITY)) {
    const [whole, low = '', high, unit = ''] = match;
    const values = [low, high].filter((part) => part !== undefined).map(wordValue);
    const known = found.some(({ start, end }) => start < match.index + whole.length && match.index < end);
    if (!known && !/^an\b(?! order)|^one\b(?! order)/i.test(whole))
      found.push({ ...orders(values, unit), start: match.index, end: match.index + whole.length });
  }
  return found.sort((a, b) => a.start - b.start);
}

function orders(values: readonly number[], unit: string): Pick<Quantity, 'values' | 'unit'> {
  if (!/^order/i.test(unit)) return { values, unit: 'x' };
  return values.length === 1 && values[0] === 1
    ? { values: [10], unit: 'x' }
    : { values, unit: 'orders of magnitude' };
}

function wordValue(word: string): number {
  return WORDS[word.toLowerCase()] ?? Number(word);
}

function numberOf(text: string): number {
  return Number(text.replace(/[^\d.]/g, ''));
}

function unitOf(unit: string): string {
  if (/points?$|^p\.?p/i.test(unit)) return 'points';
  if (/%|per ?cent/i.test(unit)) return '%';
  if (/^(?:db|[gm]i?b)$/i.test(unit)) return unit;
  return /^(?:\$?\\times|\u00d7|x$|times|-?fold)/i.test(unit) ? 'x' : 'points';
}
