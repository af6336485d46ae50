import type { Evidence } from '@/lib/core/facts';
import { acronyms } from './acronyms';
import { readingOf, type StatableText } from './reading';

const MOST = 60;
// MathJax looks for its delimiters in the text: nothing may be put between them.
const MATH = /\$\$[^$]*\$\$|\$[^$]*\$|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]/g;

/**
 * Where the abstract uses a short form that it explains, after it has done so: each place with the long
 * form. In the plural too.
 */
export function shortFormsIn(paper: StatableText): { at: Evidence; long: string }[] {
  const reading = readingOf(paper);
  const text = reading.of('abstract');
  const math = [...text.matchAll(MATH)].map((one) => [one.index, one.index + one[0].length] as const);
  const isInMath = (at: number): boolean => math.some(([start, end]) => at >= start && at < end);
  const found: { at: Evidence; long: string }[] = [];
  for (const { value, evidence } of acronyms.read(reading)) {
    const [explained] = evidence;
    const from = explained.field === 'abstract' ? explained.end : 0;
    for (let at = text.indexOf(value.short, from); at >= 0 && found.length < MOST;) {
      const end = at + value.short.length;
      if (isWord(text, at, end) && !isInMath(at))
        found.push({ at: { field: 'abstract', start: at, end }, long: value.long });
      at = text.indexOf(value.short, end);
    }
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

/** Not inside a longer word, a formula's name or an address. */
function isWord(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}_/\\.-]$/u.test(text.slice(0, start).slice(-2)) &&
    /^s?(?![\p{L}\p{N}_/\\-])/u.test(text.slice(end, end + 3))
  );
}
