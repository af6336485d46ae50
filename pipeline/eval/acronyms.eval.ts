import { acronymPairs } from '@/lib/extract/acronym-pairs';
import { goldRows, hasGold } from './gold';
import { tableOf, type Line } from './report';
import { noCounts, type Counts } from './score';

type Abbreviations = { id: string; title: string; abstract: string; pairs: [string, string][] };
type Tagged = { id: string; tokens: string[]; labels: string[] };

export async function run(): Promise<void> {
  console.log(hasGold() ? evaluateAcronyms() : 'acronyms: skipped, the gold sets are not there');
}

function evaluateAcronyms(): string {
  return `${onMed1250()}\n${onSdu21()}`;
}

/** Pairs, lower-cased and without what is no letter or digit. Reference: Ab3P 90.7 on this part. */
function onMed1250(): string {
  const line: Line = { name: 'pairs', target: 89, rows: [], errors: [] };
  for (const { id, title, abstract, pairs } of goldRows<Abbreviations>('med1250_abbr.dev.jsonl')) {
    const gold = new Set(pairs.map(([short, long]) => `${plain(short)} = ${plain(long)}`));
    const found = new Set(
      acronymPairs(`${title}\n${abstract}`).map(({ short, long }) => `${plain(short)} = ${plain(long)}`),
    );
    line.rows.push(countsOf(gold, found, id, line.errors));
  }
  return tableOf('MED1250, dev: acronyms (reference: Ab3P 90.7)', [line]);
}

/** What the set's own baseline takes for a short form: two to ten signs, most of them capitals. */
const CAPITALS = /^(?=.{2,10}$)(?=.*\p{Lu})[\p{L}\p{N}&-]+$/u;

/**
 * Spans of short and of long forms. The set marks every short form, explained or not; pairs hold the
 * explained ones, so the others are taken by the rule of the set's baseline.
 */
function onSdu21(): string {
  const short: Line = { name: 'short', target: null, rows: [], errors: [] };
  const long: Line = { name: 'long', target: null, rows: [], errors: [] };
  for (const { id, tokens, labels } of goldRows<Tagged>('sdu21_acronym.dev.jsonl')) {
    const found = spansFound(tokens);
    for (const [line, kind] of [
      [short, 'short'],
      [long, 'long'],
    ] as const) {
      const gold = spansOf(labels, kind, tokens);
      line.rows.push(countsOf(gold, found[kind], id, line.errors));
    }
  }
  return tableOf('SDU21, dev: spans (baseline 85.5 macro; target 92 macro, the mean of the two)', [
    short,
    long,
  ]);
}

function spansFound(tokens: readonly string[]): Record<'short' | 'long', Set<string>> {
  const found = { short: new Set<string>(), long: new Set<string>() };
  for (const { short, long } of acronymPairs(tokens.join(' '))) {
    for (const [kind, words] of [
      ['short', short],
      ['long', long],
    ] as const) {
      const wanted = words.split(' ');
      for (let at = 0; at + wanted.length <= tokens.length; at += 1) {
        if (wanted.every((word, index) => tokens[at + index] === word)) found[kind].add(`${at} ${words}`);
      }
    }
  }
  for (const [at, token] of tokens.entries()) {
    const capitals = token.match(/\p{Lu}/gu)?.length ?? 0;
    if (CAPITALS.test(token) && capitals >= 2 && capitals >= 0.5 * token.length)
      found.short.add(`${at} ${token}`);
  }
  return found;
}

function spansOf(labels: readonly string[], kind: string, tokens: readonly string[]): Set<string> {
  const spans = new Set<string>();
  for (const [start, label] of labels.entries()) {
    if (label !== `B-${kind}`) continue;
    let end = start + 1;
    while (labels[end] === `I-${kind}`) end += 1;
    spans.add(`${start} ${tokens.slice(start, end).join(' ')}`);
  }
  return spans;
}

function countsOf(
  gold: ReadonlySet<string>,
  found: ReadonlySet<string>,
  id: string,
  errors: string[],
): Counts {
  const counts = noCounts();
  for (const item of found) {
    if (gold.has(item)) counts.tp += 1;
    else {
      counts.fp += 1;
      errors.push(`${id} false: ${item}`);
    }
  }
  for (const item of gold) {
    if (found.has(item)) continue;
    counts.fn += 1;
    errors.push(`${id} missed: ${item}`);
  }
  return counts;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
