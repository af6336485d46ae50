import type { SentenceRole } from '@/lib/core/facts';
import { bestLabels, marginals, rowsOf, scoresOf } from './chain';
import { hashOf, type Weights } from './weights';

/** The roles the model knows; `conclusion` is told by rule. */
export const ROLES = ['background', 'objective', 'method', 'result', 'other'] as const;
const MOST_WORDS = 120;

type Role = (typeof ROLES)[number];

/** The role of each sentence of an abstract. */
export function rolesOf(sentences: readonly string[], weights: Weights): Role[] {
  return sureRolesOf(sentences, weights).map(({ role }) => role);
}

/** The role of each sentence, and how sure the model is of it. */
export function sureRolesOf(
  sentences: readonly string[],
  weights: Weights,
): { role: Role; sureness: number }[] {
  const [learnt] = weights.guidelines;
  if (sentences.length === 0 || !learnt) return [];
  const scores = scoresOf(weights, learnt, rowsOf(weights, roleFeatures(sentences)));
  const likely = marginals(scores);
  return bestLabels(scores).map((label, index) => ({
    role: ROLES.find((role) => role === weights.labels[label]) ?? 'other',
    sureness: likely[index * scores.labels + label] ?? 0,
  }));
}

/** A closing sentence that draws a conclusion rather than giving a number. */
export function withConclusion(sentences: readonly string[], roles: readonly SentenceRole[]): SentenceRole[] {
  const last = roles.length - 1;
  return roles.map((role, index) =>
    index >= last - 1 &&
    index > 1 &&
    (role === 'result' || role === 'other') &&
    CONCLUDES.test(sentences[index] ?? '')
      ? 'conclusion'
      : role,
  );
}

const CONCLUDES =
  /^(?:we (?:conclude|discuss|argue|hope|believe)|in conclusion|overall|together|taken together|thus|therefore|hence|finally, we (?:discuss|conclude)|(?:these|our|the) (?:results?|findings?|work|study|analysis) (?:\w+ )?(?:suggest|indicate|highlight|imply|open|pave|provide|offer|underscore|point|contribute|support)|this (?:work|study|suggests|opens|provides|implies|highlights))\b/i;

/** Hashed features of each sentence: its words, its place, and how its neighbours begin. */
export function roleFeatures(sentences: readonly string[]): number[][] {
  const words = sentences.map(wordsIn);
  return words.map((own, index) => {
    const features: string[] = ['bias', ...placeFeatures(index, words.length), ...wordFeatures(own)];
    for (const [name, other] of [
      ['<', words[index - 1]],
      ['>', words[index + 1]],
    ] as const) {
      const opening = other ?? ['(none)'];
      features.push(`${name}1${opening[0] ?? ''}`, `${name}2${opening.slice(0, 2).join(' ')}`);
      for (const word of new Set(opening)) features.push(`${name}w${word}`);
    }
    return [...new Set(features)].map((feature) => hashOf(feature));
  });
}

function wordsIn(sentence: string): string[] {
  const plain = sentence.toLowerCase().replace(/\d+(?:[.,]\d+)*/g, '0');
  return (plain.match(/[\p{L}]+(?:[-'][\p{L}]+)*|0|[%?:;()]/gu) ?? []).slice(0, MOST_WORDS);
}

function placeFeatures(index: number, count: number): string[] {
  const third = Math.floor((4 * index) / Math.max(1, count));
  return [
    `i${Math.min(index, 6)}`,
    `e${Math.min(count - 1 - index, 5)}`,
    `t${third}`,
    `n${Math.min(count, 12)}`,
    `it${Math.min(index, 3)}/${Math.min(count - 1 - index, 3)}`,
  ];
}

function wordFeatures(words: readonly string[]): string[] {
  const features: string[] = [`l${Math.min(6, Math.floor(words.length / 6))}`];
  for (const [at, word] of words.entries()) {
    features.push(`u${word}`);
    if (word.length > 6) features.push(`s${word.slice(0, 6)}`);
    if (at + 1 < words.length) features.push(`b${word} ${words[at + 1] ?? ''}`);
    if (at + 2 < words.length) features.push(`t${word} ${words[at + 1] ?? ''} ${words[at + 2] ?? ''}`);
    if (word === 'we' || word === 'our' || word === 'paper' || word === 'this')
      features.push(`g${word}_${words[at + 2] ?? ''}`, `h${word}_${(words[at + 1] ?? '').slice(0, 5)}`);
  }
  features.push(
    `o1${words[0] ?? ''}`,
    `o2${words.slice(0, 2).join(' ')}`,
    `o3${words.slice(0, 3).join(' ')}`,
  );
  return features;
}
