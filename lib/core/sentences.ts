/** Half-open range of UTF-16 units. */
export type Span = { start: number; end: number };

// An end mark, what may close behind it, white space, and something a sentence can begin with.
const BOUNDARY = /[.!?]["')\]}]{0,3}\s{1,40}(?=["'([{`$\\]{0,2}[\p{Lu}\d$\\*])/gu;
const ABBREVIATION =
  /(?:^|[\s(~])(?:e\.?\s?g|i\.?\s?e|cf|vs|resp|approx|ca|al|etc|fig|figs|eqs?|refs?|secs?|tabs?|nos?|vol|dr|mr|mrs|prof|st|jr|sp|spp|viz|w\.?r\.?t|a\.k\.a|phys|rev|lett|astron|proc|conf|univ|thm|dept|inc|ltd|[a-z])\.$/i;

/**
 * The sentences of running text, trimmed of white space, in order. Abbreviations, initials and
 * formulas between dollars do not end one. Linear in the length of the text.
 */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let counted = 0;
  let dollars = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    for (; counted < match.index; counted += 1) if (text[counted] === '$') dollars += 1;
    const inFormula = dollars % 2 === 1;
    const tail = text.slice(Math.max(start, match.index - 12), match.index + 1);
    if (inFormula || (text[match.index] === '.' && ABBREVIATION.test(tail))) continue;
    pushTrimmed(spans, text, start, match.index + match[0].length);
    start = match.index + match[0].length;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (end > start) spans.push({ start, end });
}
