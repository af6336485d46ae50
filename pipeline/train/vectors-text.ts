import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { parseSnapshotRecord } from '@/lib/core/snapshot';
import { vectorWords } from '@/lib/related/words';

/** Word numbers of many papers: paper p has sentences `starts[p]..starts[p+1]`, its title first. */
export type TrainingText = {
  vocabulary: readonly string[];
  /** Of each paper, its first sentence in `sentences`; one more at the end. */
  papers: Uint32Array;
  /** Of each sentence, its first word in `words`; one more at the end. */
  sentences: Uint32Array;
  words: Uint16Array;
  /** File name and sha256 of what was read, in order. */
  sources: readonly { file: string; sha256: string }[];
};

type Rough = {
  papers: number[];
  sentences: number[];
  words: GrowingNumbers;
  numbers: Map<string, number>;
};

/** Tens of millions of numbers do not fit a plain array. */
class GrowingNumbers {
  private held = new Uint32Array(1 << 20);
  length = 0;

  push(value: number): void {
    if (this.length === this.held.length) {
      const wider = new Uint32Array(this.held.length * 2);
      wider.set(this.held);
      this.held = wider;
    }
    this.held[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.held[index] ?? 0;
  }
}

/**
 * Reads snapshot dumps (.jsonl, .gz, .br) and keeps the `size` words found in most papers. A paper
 * without an abstract of two sentences, or with a title met before, teaches nothing and is left out.
 */
export async function readTrainingText(
  files: readonly string[],
  size: number,
  onProgress: (papers: number, file: string) => void,
): Promise<TrainingText> {
  const rough: Rough = { papers: [0], sentences: [0], words: new GrowingNumbers(), numbers: new Map() };
  const titles = new Set<string>();
  const sources: { file: string; sha256: string }[] = [];
  for (const file of files) {
    sources.push({ file: file.replace(/^.*\//, ''), sha256: await addFile(rough, file, titles) });
    onProgress(rough.papers.length - 1, file);
  }
  return { ...commonest(rough, size), sources };
}

async function addFile(rough: Rough, file: string, titles: Set<string>): Promise<string> {
  const hash = createHash('sha256');
  const raw = createReadStream(file).on('data', (chunk) => hash.update(chunk));
  const input = file.endsWith('.br')
    ? raw.pipe(createBrotliDecompress())
    : file.endsWith('.gz')
      ? raw.pipe(createGunzip())
      : raw;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const paper = parseSnapshotRecord(JSON.parse(line));
    if ('error' in paper || paper.abstract === null) continue;
    const title = vectorWords(paper.title);
    const sentences = sentencesOf(paper.abstract);
    const key = title.join(' ');
    if (sentences.length < 2 || titles.has(key)) continue;
    titles.add(key);
    addPaper(rough, [title, ...sentences]);
  }
  return hash.digest('hex');
}

function sentencesOf(abstract: string): string[][] {
  return abstract
    .split(/(?<=[.!?])\s+(?=[A-Z$\\])/)
    .map(vectorWords)
    .filter((words) => words.length >= 4);
}

function addPaper(rough: Rough, sentences: readonly string[][]): void {
  for (const words of sentences) {
    for (const word of words) {
      let number = rough.numbers.get(word);
      if (number === undefined) rough.numbers.set(word, (number = rough.numbers.size));
      rough.words.push(number);
    }
    rough.sentences.push(rough.words.length);
  }
  rough.papers.push(rough.sentences.length - 1);
}

/** Renumbers words by the number of papers that have them, ties by spelling, and drops the rest. */
function commonest(rough: Rough, size: number): Omit<TrainingText, 'sources'> {
  const found = paperCounts(rough);
  const kept = [...rough.numbers]
    .sort(([a, i], [b, j]) => (found[j] ?? 0) - (found[i] ?? 0) || (a < b ? -1 : 1))
    .slice(0, size);
  const renumbered = new Int32Array(rough.numbers.size).fill(-1);
  kept.forEach(([, old], number) => (renumbered[old] = number));
  const words = new Uint16Array(rough.words.length);
  const sentences = new Uint32Array(rough.sentences.length);
  let filled = 0;
  for (let s = 0; s + 1 < rough.sentences.length; s += 1) {
    for (let at = rough.sentences[s] ?? 0; at < (rough.sentences[s + 1] ?? 0); at += 1) {
      const number = renumbered[rough.words.at(at)] ?? -1;
      if (number >= 0) words[filled++] = number;
    }
    sentences[s + 1] = filled;
  }
  const vocabulary = kept.map(([word]) => word);
  return { vocabulary, papers: Uint32Array.from(rough.papers), sentences, words: words.slice(0, filled) };
}

function paperCounts(rough: Rough): Uint32Array {
  const counts = new Uint32Array(rough.numbers.size);
  const last = new Int32Array(rough.numbers.size).fill(-1);
  for (let p = 0; p + 1 < rough.papers.length; p += 1) {
    const from = rough.sentences[rough.papers[p] ?? 0] ?? 0;
    const to = rough.sentences[rough.papers[p + 1] ?? 0] ?? 0;
    for (let at = from; at < to; at += 1) {
      const number = rough.words.at(at);
      if (last[number] === p) continue;
      last[number] = p;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return counts;
}
