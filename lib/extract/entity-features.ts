import { hashOf, mixed } from './weights';
import { isStop, kindOf, type WordKind } from './word-kinds';

/** A sentence beyond this many tokens is read in part. */
const MOST_TOKENS = 400;

/** Hashed features of each token of a sentence: the word, its form and its neighbours. */
export function entityFeatures(tokens: readonly string[]): number[][] {
  const forms = tokens.slice(0, MOST_TOKENS).map(formOf);
  const heads = headsAhead(forms);
  return forms.map((_, at) => featuresAt(forms, at, heads[at] ?? 0));
}

/** What is asked of a word, each as a hash. */
type Form = {
  lower: string;
  kind: WordKind;
  word: number;
  plain: number;
  stem: number;
  shape: number;
  known: number;
  ends2: number;
  ends3: number;
  ends4: number;
  begins3: number;
  begins4: number;
  length: number;
  signs: number;
};

const OTHER_SHAPE = 46;
const DIGIT = 48;
const CAPITAL = 88;
const SMALL = 120;

function formOf(word: string): Form {
  const lower = word.toLowerCase();
  const plain = lower.replace(/\d/g, '0');
  const kind = kindOf(word, lower);
  const stem = lower.replace(/(?:ies|es|s)$/, '');
  const { shape, signs } = shapeOf(word);
  return {
    lower,
    kind,
    word: hashOf(word.replace(/\d/g, '0')),
    plain: hashOf(plain),
    stem: hashOf(stem, 0, Math.min(7, stem.length)),
    shape,
    known: hashOf(kind),
    ends2: hashOf(plain, plain.length - 2),
    ends3: hashOf(plain, plain.length - 3),
    ends4: hashOf(plain, plain.length - 4),
    begins3: hashOf(plain, 0, Math.min(3, plain.length)),
    begins4: hashOf(plain, 0, Math.min(4, plain.length)),
    length: Math.min(word.length, 5),
    signs,
  };
}

/** Runs of capitals, small letters and digits: "BERT-base" is XX-x; and whether it has a hyphen, a digit, two capitals. */
function shapeOf(word: string): { shape: number; signs: number } {
  let shape = 0;
  let runs = 0;
  let before = 0;
  let capitals = 0;
  let signs = 0;
  for (const sign of word) {
    const kind = signKind(sign);
    if (kind === CAPITAL) capitals += 1;
    if (sign === '-') signs |= 1;
    if (kind === DIGIT) signs |= 2;
    const isRun = kind === before && kind !== OTHER_SHAPE;
    const second = isRun && kind === CAPITAL && capitals === 2 ? CAPITAL + 1 : 0;
    if ((!isRun || second > 0) && runs < 8) {
      shape = mixed(shape, (kind === OTHER_SHAPE ? (sign.codePointAt(0) ?? 0) : kind) + second);
      runs += 1;
    }
    before = kind;
  }
  return { shape, signs: signs | (capitals > 1 ? 4 : 0) };
}

function signKind(sign: string): number {
  if (sign >= 'a' && sign <= 'z') return SMALL;
  if (sign >= 'A' && sign <= 'Z') return CAPITAL;
  if (sign >= '0' && sign <= '9') return DIGIT;
  if (sign < '\u0080') return OTHER_SHAPE;
  const [small, great] = [sign.toLowerCase(), sign.toUpperCase()];
  if (small === great) return OTHER_SHAPE;
  return sign === small ? SMALL : CAPITAL;
}

/** For each token, the kind of the noun its run of words ends in: what tells a task from a method. */
function headsAhead(forms: readonly Form[]): number[] {
  const out = forms.map(() => 0);
  let head = 0;
  for (let at = forms.length - 1; at >= 0; at -= 1) {
    const form = forms[at];
    if (!form || isStop(form.lower)) head = 0;
    else if (head === 0) head = form.kind === '' ? form.ends4 : form.known;
    out[at] = head;
  }
  return out;
}

const EDGE: Form = {
  lower: '',
  kind: '',
  word: 1,
  plain: 1,
  stem: 1,
  shape: 1,
  known: hashOf(''),
  ends2: 1,
  ends3: 1,
  ends4: 1,
  begins3: 1,
  begins4: 1,
  length: 0,
  signs: 0,
};

function featuresAt(forms: readonly Form[], at: number, head: number): number[] {
  const own = forms[at] ?? EDGE;
  const [b3, b2, b1] = [forms[at - 3] ?? EDGE, forms[at - 2] ?? EDGE, forms[at - 1] ?? EDGE];
  const [a1, a2, a3] = [forms[at + 1] ?? EDGE, forms[at + 2] ?? EDGE, forms[at + 3] ?? EDGE];
  const [before, after] = [mixed(b1.plain, own.plain), mixed(own.plain, a1.plain)];
  const hashes = [
    0,
    own.word,
    own.plain,
    own.stem,
    own.shape,
    own.known,
    b1.plain,
    a1.plain,
    b2.plain,
    a2.plain,
    b1.shape,
    a1.shape,
    b1.known,
    a1.known,
    a2.known,
    own.ends2,
    own.ends3,
    own.ends4,
    own.begins3,
    own.begins4,
    b1.stem,
    a1.stem,
    b1.ends3,
    a1.ends3,
    own.length,
    own.signs,
    head,
    before,
    after,
    mixed(b1.plain, a1.plain),
    mixed(b2.plain, b1.plain),
    mixed(a1.plain, a2.plain),
    mixed(b1.shape, own.shape),
    mixed(mixed(b1.shape, own.shape), a1.shape),
    mixed(mixed(own.known, a1.known), a2.known),
    mixed(own.stem, a1.stem),
    mixed(at === 0 ? 1 : 0, own.shape),
    b3.plain,
    a3.plain,
    mixed(before, a1.plain),
    mixed(b2.plain, before),
    mixed(after, a2.plain),
    mixed(mixed(b3.plain, b2.plain), b1.plain),
  ];
  return hashes.map((hash, place) => mixed(hash, place));
}
