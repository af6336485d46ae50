import { isAscii, patternFor } from '@/lib/core/scripts';
import { texToText } from '@/lib/core/tex';

/** The number of these rules. Change any of them and it must change: packs record it. */
export const ANALYSER = 1;

/**
 * A word as the index knows it, and in lower case as it stood. `at` counts the plain words before it, so neighbours differ by one.
 * `joined` words stand for several plain ones written as one: `glm130b` for `GLM-130B`.
 */
export type Token = { term: string; raw: string; at: number; joined: boolean };

const LONGEST_TEXT = 40_000;
const LONGEST_TERM = 40;
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  α: ' alpha ',
  β: ' beta ',
  γ: ' gamma ',
  δ: ' delta ',
  ε: ' epsilon ',
  ϵ: ' epsilon ',
  ζ: ' zeta ',
  η: ' eta ',
  θ: ' theta ',
  κ: ' kappa ',
  λ: ' lambda ',
  µ: ' mu ',
  μ: ' mu ',
  ν: ' nu ',
  ξ: ' xi ',
  π: ' pi ',
  ρ: ' rho ',
  σ: ' sigma ',
  ς: ' sigma ',
  τ: ' tau ',
  φ: ' phi ',
  ϕ: ' phi ',
  χ: ' chi ',
  ψ: ' psi ',
  ω: ' omega ',
  Γ: ' gamma ',
  Δ: ' delta ',
  Θ: ' theta ',
  Λ: ' lambda ',
  Ξ: ' xi ',
  Π: ' pi ',
  Σ: ' sigma ',
  Φ: ' phi ',
  Ψ: ' psi ',
  Ω: ' omega ',
};
const SPECIAL_LETTERS = new RegExp(`[${Object.keys(SPECIAL).join('')}]`, 'g');
const LINKS = "-‐‑–−_'’+";
const RUNS = /[\p{L}\p{N}]+/gu;
const ASCII_RUNS = /[A-Za-z0-9]+/g;

/** Letters without accents, compatibility forms undone (`Lₚ` is `Lp`), Greek spelled out. Case is kept. */
export function fold(text: string): string {
  const plain = texToText(text.slice(0, LONGEST_TEXT));
  if (isAscii(plain)) return plain;
  return plain
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(SPECIAL_LETTERS, (letter) => SPECIAL[letter] ?? letter);
}

/**
 * The words of a text: lower case, singular, accents and TeX undone. What is written with hyphens,
 * in camel case or with an index (`L_p`) is found by its parts and as one word.
 */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const compound of compoundsOf(fold(text))) {
    const parts = compound.flatMap(splitCamel);
    for (const part of parts) tokens.push(tokenOf(part, at++, false));
    if (parts.length === 1) addLettersOfName(parts[0] ?? '', at - 1, tokens);
    else addJoined(compound, at - parts.length, tokens);
  }
  return tokens;
}

/** The distinct terms of a text, in order of first appearance. */
export function termsOf(text: string): string[] {
  return [...new Set(analyse(text).map((token) => token.term))];
}

/** Runs of letters and digits, those with one hyphen or the like between them together. */
function compoundsOf(folded: string): string[][] {
  const compounds: string[][] = [];
  let open: string[] = [];
  let end = -2;
  for (const match of folded.matchAll(patternFor(folded, ASCII_RUNS, RUNS))) {
    const [run] = match;
    const start = match.index;
    const link = start === end + 1 ? (folded[end] ?? '') : '';
    end = start + run.length;
    if ((link === "'" || link === '’') && (run === 's' || run === 'S')) continue;
    const last = open.length - 1;
    if (link === '.' && /\d$/.test(open[last] ?? '') && /^\d/.test(run))
      open[last] = `${open[last] ?? ''}.${run}`;
    else if (link !== '' && LINKS.includes(link) && open.length < 6) open.push(run);
    else {
      if (open.length > 0) compounds.push(open);
      open = [run];
    }
  }
  if (open.length > 0) compounds.push(open);
  return compounds;
}

/** `kgTransformer` is `kg`, `transformer`; `LoRA` and `BERT` stay whole. */
function splitCamel(run: string): string[] {
  if (run.length > LONGEST_TERM || !/[a-z][A-Z]/.test(run)) return [run];
  const parts = run.split(/(?<=[a-z])(?=[A-Z])/);
  const whole =
    parts.length > 4 || parts.some((part) => part.length < 2) || parts.every((part) => part.length < 3);
  return whole ? [run] : parts;
}

/** `Llama3` is found by `llama` too. */
function addLettersOfName(part: string, at: number, tokens: Token[]): void {
  const letters = /^([a-z]{3,})\d/i.exec(part)?.[1];
  if (letters !== undefined) tokens.push(tokenOf(letters, at, true));
}

function addJoined(compound: readonly string[], at: number, tokens: Token[]): void {
  if (compound.length > 1) {
    for (const run of compound) if (splitCamel(run).length > 1) tokens.push(tokenOf(run, at, true));
  }
  tokens.push(tokenOf(compound.join(''), at, true));
}

function tokenOf(word: string, at: number, joined: boolean): Token {
  const raw = word.toLowerCase().slice(0, LONGEST_TERM);
  return { term: raw.endsWith('s') ? singular(raw) : raw, raw, at, joined };
}

/** Lower case, singular by Harman's S-stemmer with the endings that mislead it left alone. */
export function singular(word: string): string {
  const lower = word.toLowerCase().slice(0, LONGEST_TERM);
  if (lower.length < 4 || !lower.endsWith('s')) return lower;
  if (lower.endsWith('ies')) return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower;
  if (/(?:xes|ches|shes|sses)$/.test(lower)) return lower.slice(0, -2);
  return /(?:ss|us|is)$/.test(lower) ? lower : lower.slice(0, -1);
}
