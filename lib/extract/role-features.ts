import { cuesIn } from './role-cues';
import { hashOf } from './weights';

const MOST_WORDS = 120;

/** What is asked of a sentence once, for itself and for its neighbours. */
type Read = { text: string; words: string[]; cues: string[]; verbs: string[]; speaks: boolean };

/** Hashed features of each sentence: its words and cues, its place, and what stands around it. */
export function roleFeatures(sentences: readonly string[]): number[][] {
  const read = sentences.map(readOf);
  return read.map((own, index) => {
    const features = [
      ...placeFeatures(index, read.length),
      ...wordFeatures(own.words),
      ...cueFeatures(own, index, read.length),
      ...formFeatures(own),
      ...neighbourFeatures('<', read[index - 1]),
      ...neighbourFeatures('>', read[index + 1]),
      ...abstractFeatures(read, index),
    ];
    return [...new Set(features)].map((feature) => hashOf(feature));
  });
}

function readOf(text: string): Read {
  const plain = text.toLowerCase().replace(/\d+(?:[.,]\d+)*/g, '0');
  const words = (plain.match(/[\p{L}]+(?:[-'][\p{L}]+)*|0|[%?:;()©]/gu) ?? []).slice(0, MOST_WORDS);
  return {
    text,
    words,
    cues: cuesIn(text),
    verbs: verbsOfAuthors(words),
    speaks: words.includes('we') || words.includes('our'),
  };
}

const AUTHORS = /^(?:we|paper|study|work|article|research|thesis|authors)$/;
const BEFORE_VERB =
  /ly$|^(?:also|first|then|further|next|thus|here|now|therefore|hence|not|only|to|is|are|was|were|be|been|has|have|had|can|could|may|might|will|would|do|does|did)$/;

/** What "we" or "this paper" does: the verb, without its ending. */
function verbsOfAuthors(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (!AUTHORS.test(word)) return [];
    const verb = words.slice(at + 1, at + 5).find((next) => !BEFORE_VERB.test(next));
    const stem = verb?.replace(/(?:ies|es|s|ed|ing|e|ation|ations)$/, '').slice(0, 8);
    return stem === undefined ? [] : [`${word === 'we' ? 'we' : 'it'}${stem}`];
  });
}

function placeFeatures(index: number, count: number): string[] {
  const left = count - 1 - index;
  return [
    'bias',
    `i${Math.min(index, 6)}`,
    `e${Math.min(left, 5)}`,
    `t${Math.floor((4 * index) / Math.max(1, count))}`,
    `n${Math.min(count, 12)}`,
    `it${Math.min(index, 3)}/${Math.min(left, 3)}`,
  ];
}

function wordFeatures(words: readonly string[]): string[] {
  const features: string[] = [`l${Math.min(6, Math.floor(words.length / 6))}`];
  for (const [at, word] of words.entries()) {
    const [next, third] = [words[at + 1], words[at + 2]];
    features.push(`u${word}`);
    if (word.length > 6) features.push(`s${word.slice(0, 6)}`);
    if (next !== undefined) features.push(`b${word} ${next}`);
    if (next !== undefined && third !== undefined) features.push(`t${word} ${next} ${third}`);
    if (word === 'we' || word === 'our' || word === 'paper' || word === 'this')
      features.push(`g${word}_${third ?? ''}`, `h${word}_${(next ?? '').slice(0, 5)}`);
  }
  for (const count of [1, 2, 3]) features.push(`o${count}${words.slice(0, count).join(' ')}`);
  for (const word of words.slice(0, 6)) features.push(`f${word}`);
  for (const word of words.slice(-4)) features.push(`z${word}`);
  return features;
}

function cueFeatures({ cues, verbs }: Read, index: number, count: number): string[] {
  const place = `${Math.min(index, 3)}/${Math.min(count - 1 - index, 2)}`;
  return [...cues.flatMap((cue) => [`c${cue}`, `c${cue}/${place}`]), ...verbs.map((verb) => `v${verb}`)];
}

/** Names in capitals, numbers, length, first and last sign. */
function formFeatures({ text }: Read): string[] {
  const capitals = text.match(/\b[A-Z][\w-]*[A-Z0-9][\w-]*/g)?.length ?? 0;
  const numbers = text.match(/\d+/g)?.length ?? 0;
  return [
    `A${Math.min(capitals, 3)}`,
    `0${Math.min(numbers, 4)}`,
    `L${Math.min(5, Math.floor(text.length / 40))}`,
    /^[a-z]/.test(text) ? 'small' : 'great',
    `.${text.trim().slice(-1)}`,
  ];
}

function neighbourFeatures(side: '<' | '>', other: Read | undefined): string[] {
  if (!other) return [`${side}none`];
  return [
    `${side}1${other.words[0] ?? ''}`,
    `${side}2${other.words.slice(0, 2).join(' ')}`,
    ...other.cues.map((cue) => `${side}c${cue}`),
    ...other.verbs.map((verb) => `${side}v${verb}`),
  ];
}

/** Whether the authors have spoken, proposed and found before this sentence, in it, and after it. */
function abstractFeatures(read: readonly Read[], index: number): string[] {
  const [before, own, after] = [read.slice(0, index), read.slice(index, index + 1), read.slice(index + 1)];
  const speaking = [before, after].map((part) => part.filter(({ speaks }) => speaks).length);
  const [earlier = 0, later = 0] = speaking;
  const now = own.some(({ speaks }) => speaks) ? 1 : 0;
  const has = (part: readonly Read[], cues: readonly string[]): number =>
    part.some((one) => one.cues.some((cue) => cues.includes(cue))) ? 1 : 0;
  const along = (cues: readonly string[]): string =>
    [before, own, after].map((part) => has(part, cues)).join('');
  return [
    `wb${Math.min(earlier, 2)}/${now}`,
    `wa${Math.min(later, 2)}/${now}`,
    `ww${Math.min(earlier, 1)}${now}${Math.min(later, 1)}`,
    `pp${along(['proposes', 'proposed'])}`,
    `rr${along(['results', 'found'])}`,
  ];
}
