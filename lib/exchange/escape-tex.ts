import { ACCENTS, LETTER_COMMANDS, SYMBOLS } from '@/lib/core/tex-symbols';

const MATH = /(?<!\\)\$(?!\$)((?:\\.|[^$\\])*)\$/gsu;
const COMMAND = /\\(?:[a-zA-Z]+ ?|["'`^~=.#$%&_{}\s-])/gy;

// Invisible characters say nothing in a bibliography, and bidirectional ones can make it lie.
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ...Array.from('&%#_$', (sign): [string, string] => [sign, `\\${sign}`]),
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['\u00a0', '~'],
  ['–', '--'],
  ['—', '---'],
  ['‘', '`'],
  ['’', '{\\textquoteright}'],
  ['“', '``'],
  ['”', "''"],
  ['…', '\\ldots{}'],
]);

const isAscii = (text: string) => /^[\u0020-\u007e]*$/.test(text);
const LETTERS = inverse(LETTER_COMMANDS, (name) => `{\\${name}}`);
const SIGNS = inverse(SYMBOLS, (name) => `$\\${name}$`);
const MARKS = inverse(ACCENTS, (name) => `\\${name}`);

/**
 * Text as BibTeX takes it in a braced field. `$..$` and TeX commands that are there already stay as
 * they are; signs that TeX reads as its own are escaped, accents and Greek become commands, and
 * letters TeX has no command for stay Unicode. The braces of the answer always balance.
 */
export function escapeTex(text: string): string {
  const clean = text.toWellFormed().replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  const kept = isBalanced(clean) ? 'commands' : 'ligatures';
  let out = '';
  let at = 0;
  for (const math of clean.matchAll(MATH)) {
    if (!isBalanced(math[1] ?? '')) continue;
    // In braces, or BibTeX styles would turn \Lambda in a title into \lambda.
    out += escapeWords(clean.slice(at, math.index), kept) + `{${math[0]}}`;
    at = math.index + math[0].length;
  }
  const escaped = out + escapeWords(clean.slice(at), kept);
  // Math may have cut a balanced group in two; then no brace of the text can be trusted.
  return isBalanced(escaped) ? escaped : escapeWords(clean, 'ligatures');
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** One line of words that are no TeX at all: what looks like a command, math or a dash of it is text too. */
export function escapeLine(text: string): string {
  return escapeWords(text.toWellFormed().replace(CONTROL, ''), 'none');
}

/** For addresses and DOIs, which styles print as they are: nothing but what would end the field. */
export function escapeVerbatim(text: string): string {
  const clean = text.toWellFormed().replace(INVISIBLE, '').replace(/\s+/g, '');
  return clean.replace(/[{}\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** True when every brace has its other half, as BibTeX counts them: a backslash before one means nothing. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '{') depth++;
    else if (char === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** What of the TeX in a text stays TeX: commands and braces, neither but dashes and quotes, or nothing. */
type Kept = 'commands' | 'ligatures' | 'none';

function escapeWords(text: string, kept: Kept): string {
  let out = '';
  let before = '';
  let at = 0;
  while (at < text.length) {
    const taken = kept === 'commands' ? commandAt(text, at) : '';
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const isBrace = kept === 'commands' && /[{}]/.test(char);
    const next =
      taken || (isBrace ? char : kept === 'none' && char === '`' ? '\\textasciigrave{}' : escapeChar(char));
    // TeX draws two of these as one sign, which only the writer of TeX can mean.
    const isMeant = kept !== 'none' && isAscii(before + char);
    const isOne = /^[-'`]/.test(next) && out.endsWith(next[0] ?? '');
    out += isOne && !isMeant ? `{}${next}` : next;
    before = char;
    at += taken.length || char.length;
  }
  return out;
}

function commandAt(text: string, at: number): string {
  COMMAND.lastIndex = at;
  return COMMAND.exec(text)?.[0] ?? '';
}

function escapeChar(char: string): string {
  const special = SPECIAL.get(char);
  if (special !== undefined) return special;
  if (isAscii(char)) return char;
  return LETTERS.get(char) ?? accented(char) ?? SIGNS.get(char) ?? char;
}

function accented(char: string): string | undefined {
  const [base = '', ...marks] = char.normalize('NFD');
  if (marks.length === 0 || !isAscii(base)) return undefined;
  let out = base === 'i' || base === 'j' ? `\\${base}` : base;
  for (const mark of marks) {
    const command = MARKS.get(mark);
    if (command === undefined) return undefined;
    out = `${command}{${out}}`;
  }
  return `{${out}}`;
}

/** The first name in the table wins; what is ASCII already needs none. */
function inverse(
  table: ReadonlyMap<string, string>,
  write: (name: string) => string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, sign] of table) if (!isAscii(sign) && !found.has(sign)) found.set(sign, write(name));
  return found;
}
