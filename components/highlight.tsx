const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Words written together: `GLM-130B`, which a search may know as one word too. */
const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:[-‐‑–./'’+][\p{L}\p{N}\p{M}]+)*/gu;

type Piece = { text: string; marked: boolean };

/** `text` as text, the words that `matched` names marked, also where they only begin so. */
export function Highlighted({ text, matched }: { text: string; matched: readonly string[] }) {
  if (matched.length === 0) return <>{text}</>;
  const pieces = piecesOf(text, matched);
  return <>{pieces.map((piece, at) => (piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text))}</>;
}

/** Cuts `text` into marked and other pieces; put together they are `text` again. */
export function piecesOf(text: string, matched: readonly string[]): Piece[] {
  const wanted = [...new Set(matched.flatMap((word) => folded(word).match(WORD) ?? []))];
  wanted.sort((a, b) => b.length - a.length);
  const pieces: Piece[] = [];
  let done = 0;
  for (const [start, end] of markedRanges(text, wanted)) {
    if (start > done) pieces.push({ text: text.slice(done, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    done = end;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), marked: false });
  return pieces;
}

function* markedRanges(text: string, wanted: readonly string[]): Generator<[start: number, end: number]> {
  for (const compound of text.matchAll(COMPOUND)) {
    const words = [...compound[0].matchAll(WORD)];
    const asOne = words.length > 1 ? markedLength(compound[0], wanted) : 0;
    // Written together and searched as one; else each word speaks for itself.
    if (asOne > (words[0]?.[0].length ?? 0)) {
      yield [compound.index, compound.index + asOne];
      continue;
    }
    for (const word of words) {
      const length = markedLength(word[0], wanted);
      const start = compound.index + word.index;
      if (length > 0) yield [start, start + length];
    }
  }
}

/** How many code units of `word` the longest wanted beginning covers. */
function markedLength(word: string, wanted: readonly string[]): number {
  const plain = lettersOf(word);
  const found = wanted.find((beginning) => plain.startsWith(beginning));
  if (found === undefined) return 0;
  // A single letter that is not the whole word says nothing.
  if (found.length === 1 && plain.length > 1) return 0;
  let units = 0;
  let seen = 0;
  for (const letter of word) {
    const weight = lettersOf(letter).length;
    // Accents written after their letter belong to it.
    if (seen >= found.length && (weight > 0 || !/\p{M}/u.test(letter))) break;
    units += letter.length;
    seen += weight;
  }
  return units;
}

function lettersOf(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
