import { texToText } from '@/lib/core/tex';
import { SYMBOLS } from '@/lib/core/tex-symbols';
import { escapeLine } from './escape-tex';

// A sign of the text itself, as we write it: math that a reader wrote stands in braces.
const SIGN = /(?<![\\{])\$\\([a-zA-Z]+)\$/g;
const MATH = /(?<!\\)\$((?:\\.|[^$\\])*)\$/gsu;
// Stand-ins for what must not be read as text. Nobody's file has these on purpose.
const STANDINS = /[\u{f0000}-\u{10ffff}]/gu;
const FIRST_MATH = 0xf0000;
const MOST_MATHS = 0xfff0;
const DOLLAR = '\u{100000}';

/** A field of a BibTeX file as our text: Unicode, with `$..$` kept as TeX. */
export function readTexField(tex: string): string {
  const maths: string[] = [];
  const marked = withSigns(tex)
    .replace(MATH, (math) => {
      if (maths.length >= MOST_MATHS) return math;
      maths.push(math.replace(/\s+/g, ' '));
      return String.fromCodePoint(FIRST_MATH + maths.length - 1);
    })
    .replace(/\\\$/g, DOLLAR);
  const text = texToText(marked);
  // One dollar alone opens no math; two would, so they stay escaped.
  const isAlone = maths.length === 0 && text.split(DOLLAR).length <= 2;
  return text.replace(STANDINS, (sign) => {
    if (sign === DOLLAR) return isAlone ? '$' : '\\$';
    return maths[(sign.codePointAt(0) ?? 0) - FIRST_MATH] ?? '';
  });
}

const withSigns = (tex: string) =>
  tex.replace(STANDINS, '').replace(SIGN, (math, name: string) => SYMBOLS.get(name) ?? math);

/** Words of the reader's as TeX: every sign of theirs is text, and lines stay lines. */
export function writeTexLines(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}

/** What `writeTexLines` wrote, or another program: lines stay lines, and there is no math. */
export function readTexLines(tex: string): string {
  const lines = tex.split(/\r?\n/).map((line) => {
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    const marked = withSigns(line).replace(/\\\$/g, DOLLAR);
    return indent + texToText(marked).replaceAll(DOLLAR, '$');
  });
  return lines.join('\n').trim();
}
