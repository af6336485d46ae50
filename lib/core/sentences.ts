/** Half-open range of UTF-16 units. */
export type Span = { start: number; end: number };

// An end mark, what may close behind it, white space.
const BOUNDARY = /[.!?]["')\]}]{0,3}\s{1,40}/g;
// Something a sentence can begin with; letters of other alphabets are looked at only where they occur.
const BEGINS = /["'([{`$\\]{0,2}[A-Z\d$\\*]/y;
const BEGINS_ELSEWHERE = /["'([{`$\\]{0,2}\p{Lu}/uy;
const ABBREVIATION = /(?:^|[\s(~])([a-z.]{1,6})$/i;
const ABBREVIATIONS =
  ' eg e.g ie i.e cf vs resp approx ca al etc fig figs eq eqs ref refs sec secs tab tabs no nos vol dr mr mrs prof st jr sp spp viz wrt w.r.t a.k.a phys rev lett astron proc conf univ thm dept inc ltd ';

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
    if (inFormula || !canBegin(text, match.index + match[0].length)) continue;
    if (
      text[match.index] === '.' &&
      isAbbreviated(text.slice(Math.max(start, match.index - 12), match.index))
    )
      continue;
    pushTrimmed(spans, text, start, match.index + match[0].length);
    start = match.index + match[0].length;
  }
  pushTrimmed(spans, text, start, text.length);
  return spans;
}

function canBegin(text: string, at: number): boolean {
  BEGINS.lastIndex = at;
  if (BEGINS.test(text)) return true;
  BEGINS_ELSEWHERE.lastIndex = at;
  return text.charCodeAt(at) > 127 && BEGINS_ELSEWHERE.test(text);
}

/** Initials count as abbreviations. */
function isAbbreviated(tail: string): boolean {
  const word = ABBREVIATION.exec(tail)?.[1]?.toLowerCase();
  return word !== undefined && (/^[a-z]$/.test(word) || ABBREVIATIONS.includes(` ${word} `));
}

function pushTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (end > start) spans.push({ start, end });
}
