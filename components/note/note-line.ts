import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';

const LONGEST_LINE = 160;
const TEX = /(\$[^$]+\$)/;

/** How a note begins, in one line of plain words. */
export function noteLine(note: string): string {
  const [first = ''] = note.trim().split('\n');
  const pieces = first.slice(0, 1_000).split(TEX);
  const plain = pieces.map((piece) => (TEX.test(piece) ? texToText(piece) : withoutMarks(piece))).join('');
  return clipped(plain.trim(), LONGEST_LINE);
}

/** Without what only says how it is to be shown. */
function withoutMarks(text: string): string {
  return text
    .replace(/^\s*(?:#{1,6}\s|>\s?|[-+*]\s|\d+[.)]\s)+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?:\*\*?|__|~~|`)(?=\S)|(?<=\S)(?:\*\*?|__|~~|`)/g, '');
}
