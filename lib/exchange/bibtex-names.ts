import { readTexField } from './tex-field';

/** `Zeng, Aohan and {GLM Team} and others` as `Given Family` each, and `others`. */
export function readBibtexNames(tex: string): string[] {
  return splitOutside(tex, /\s+and\s+/iy)
    .map((name) => readTexField(inOrder(name)))
    .filter((name) => name !== '');
}

/** `von Family, Jr, Given` to `Given von Family Jr`. */
function inOrder(name: string): string {
  const parts = splitOutside(name, /\s*,\s*/y).map((part) => part.trim());
  const [family = '', second = '', third] = parts;
  if (parts.length === 1) return family;
  return third === undefined ? `${second} ${family}` : `${third} ${family} ${second}`;
}

/** Splits where `separator` stands outside braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (sign === ',' || /\s/.test(sign))) {
      separator.lastIndex = at;
      const found = separator.exec(text);
      if (!found) continue;
      parts.push(text.slice(from, at));
      at = separator.lastIndex - 1;
      from = separator.lastIndex;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
