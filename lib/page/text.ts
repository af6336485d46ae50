/**
 * A stretch of a field's text and the node that shows it. `whole` pieces are shown in other words
 * than their text (a formula that MathJax has drawn, "this https URL"): they are one, or not at all.
 */
export type Piece = { text: string; node: Node; whole: boolean };

/** Far above any real field; what lies beyond is not read. */
export const FIELD_LIMIT = 200_000;

const ELEMENT = 1;
const TEXT = 3;
// arXiv's own label of a field, what MathJax 2 draws beside the source it keeps, LaTeXML's footnotes.
const NOT_TEXT = /(?:^|\s)(?:descriptor(?:\s|$)|MathJax|MJX|mjx-|ltx_note|ltx_ERROR)/;
const UNREAD_TAGS = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|BUTTON|MJX-.*)$/;
// https://github.com/arXiv/arxiv-base/blob/develop/arxiv/base/urls/links.py
const HIDDEN_URL = /^this [a-z]+ URL$/;
const DOI_URL = /^https:\/\/doi\.org\/10\./;
const LIKELY_HOST =
  /^(?:https|ftp):|^[^/?#]+\.(?:[a-z]{2}|com|org|net|edu|gov|int|info|dev|app|xyz|site|tech|page|cloud|science)(?=[:/?#]|$)/;

/**
 * The pieces of `field`, in order, as arXiv got them: formulas from the source MathJax keeps, the
 * address where arXiv shows "this https URL". `plain` is the same text without links where the page
 * has one: it tells an address written without `http://` from one written with it.
 */
export function piecesOf(field: Element, plain?: string | null): Piece[] {
  const pieces: Piece[] = [];
  gather(field, pieces, { left: FIELD_LIMIT, plain: plain ?? null });
  return pieces;
}

/** The text of `field`, white space collapsed. Empty when there is no field. */
export function textOf(field: Element | null | undefined, plain?: string | null): string {
  return field
    ? collapse(
        piecesOf(field, plain)
          .map(({ text }) => text)
          .join(''),
      )
    : '';
}

export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function isText(node: Node): node is Text {
  return node.nodeType === TEXT;
}

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

type Reading = { left: number; plain: string | null };

function gather(parent: Element, pieces: Piece[], reading: Reading): void {
  let drawn: Element | undefined;
  for (let node = parent.firstChild; node && reading.left > 0; node = node.nextSibling) {
    if (isText(node)) {
      add(pieces, reading, { text: node.data, node, whole: false });
      if (node.data.trim() !== '') drawn = undefined;
    } else if (isElement(node)) {
      const piece = wholePiece(node, drawn, reading.plain);
      if (piece) add(pieces, reading, piece);
      else if (isUnread(node)) drawn = node;
      else gather(node, pieces, reading);
      if (piece) drawn = undefined;
    }
  }
}

function add(pieces: Piece[], reading: Reading, piece: Piece): void {
  const text = piece.text.slice(0, reading.left);
  reading.left -= text.length;
  pieces.push({ ...piece, text });
}

function isUnread(element: Element): boolean {
  return NOT_TEXT.test(element.getAttribute('class') ?? '') || UNREAD_TAGS.test(element.tagName);
}

function wholePiece(element: Element, drawn: Element | undefined, plain: string | null): Piece | undefined {
  switch (element.tagName) {
    case 'BR':
      return { text: '\n', node: element, whole: true };
    case 'SCRIPT': {
      const tex = texOf(element);
      return tex === undefined ? undefined : { text: tex, node: drawn ?? element, whole: true };
    }
    case 'math': {
      // MathML of an HTML paper; LaTeXML keeps the TeX beside it.
      const tex = element.getAttribute('alttext');
      return tex === null ? undefined : { text: `$${tex}$`, node: element, whole: true };
    }
    case 'A': {
      const text = linkedText(element, plain);
      return text === undefined ? undefined : { text, node: element, whole: true };
    }
    default:
      return undefined;
  }
}

function texOf(script: Element): string | undefined {
  const type = script.getAttribute('type') ?? '';
  if (!type.startsWith('math/tex')) return undefined;
  const delimiter = type.includes('mode=display') ? '$$' : '$';
  return `${delimiter}${script.textContent ?? ''}${delimiter}`;
}

/** A link arXiv made of the text, as the text was: addresses are hidden, DOIs shown as addresses. */
function linkedText(link: Element, plain: string | null): string | undefined {
  const href = link.getAttribute('href');
  const shown = collapse(link.textContent ?? '');
  if (href === null) return undefined;
  if (DOI_URL.test(shown)) return link.getAttribute('data-doi') ?? undefined;
  return HIDDEN_URL.test(shown) ? addressAsWritten(href, plain) : undefined;
}

/** arXiv links whatever looks like `name.name`, and puts `http://` before it: "novel.The" as well. */
function addressAsWritten(href: string, plain: string | null): string {
  const bare = href.replace(/^http:\/\//, '');
  const saysWhich = plain !== null && (plain.includes(href) || plain.includes(bare));
  return (saysWhich ? plain.includes(href) : LIKELY_HOST.test(bare)) ? href : bare;
}
