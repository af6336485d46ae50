import type { Evidence, Field } from '@/lib/core/facts';
import { absField, plainAbstract } from './read-abs';
import { isText, piecesOf } from './text';

/**
 * Where an abstract page shows the words of `evidence`, whose offsets are into the text `readAbs`
 * gives for the field: one range for each text node, formula and link, in order, whether MathJax has
 * run or not. Formulas and links shown in other words are taken whole. Empty when the page no longer
 * has these words, and for the DOI, which is a link.
 */
export function rangesOf(
  document: Document,
  field: Field,
  evidence: Pick<Evidence, 'start' | 'end'>,
): Range[] {
  const element = field === 'doi' ? undefined : absField(document, field);
  return element ? rangesIn(element, evidence, field === 'abstract' ? plainAbstract(document) : null) : [];
}

/** The same within `element`, whose text is what `textOf` gives for it and `plain`. */
export function rangesIn(
  element: Element,
  { start, end }: Pick<Evidence, 'start' | 'end'>,
  plain: string | null,
): Range[] {
  const pieces = piecesOf(element, plain);
  const document = element.ownerDocument;
  const bounds = rawBounds(pieces.map(({ text }) => text).join(''), start, end);
  if (!bounds) return [];
  const ranges: Range[] = [];
  let before = 0;
  for (const { text, node, whole } of pieces) {
    const from = Math.max(bounds.start - before, 0);
    const to = Math.min(bounds.end - before, text.length);
    before += text.length;
    if (from >= to || (whole ? node.nodeName === 'BR' : text.slice(from, to).trim() === '')) continue;
    ranges.push(rangeOver(document, node, whole ? undefined : { from, to }));
  }
  return ranges;
}

function rangeOver(document: Document, node: Node, part: { from: number; to: number } | undefined): Range {
  const range = document.createRange();
  if (part && isText(node)) {
    range.setStart(node, part.from);
    range.setEnd(node, part.to);
  } else if (node.nodeName === 'A') range.selectNodeContents(node);
  else range.selectNode(node);
  return range;
}

/** From offsets in the collapsed text to offsets in the text as the page has it. */
function rawBounds(raw: string, start: number, end: number): { start: number; end: number } | undefined {
  if (start < 0 || start >= end) return undefined;
  let collapsed = 0;
  let from: number | undefined;
  for (const match of raw.matchAll(/\S+/g)) {
    const length = match[0].length;
    if (from === undefined && start < collapsed + length) from = match.index + Math.max(start - collapsed, 0);
    if (from !== undefined && end <= collapsed + length + 1) {
      return { start: from, end: match.index + Math.min(end - collapsed, length) };
    }
    // The one space between this word and the next.
    collapsed += length + 1;
  }
  return undefined;
}
