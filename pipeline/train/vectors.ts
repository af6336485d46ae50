import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { encodeWordVectors } from '@/lib/related/word-vectors';
import { fromCaller } from '../paths';
import { finishVectors } from './vectors-finish';
import { learnEpoch, startLearning, type Learned, type LearningSettings } from './vectors-learn';
import { readTrainingText } from './vectors-text';
import { WEIGHTS_FOLDER } from './vectors-file';

const WORDS = 8_192;
const SETTINGS: LearningSettings = {
  dims: 64,
  batch: 512,
  temperature: 0.05,
  rate: 0.003,
  epochs: 3,
  seed: 1,
};
const CHECKPOINT = '.output/train/word-vectors.checkpoint';

/**
 * `npm run -s train:vectors -- FILE...`: trains the word vectors on abstracts of snapshot dumps and
 * writes weights and the note of how they were made. A run that was stopped goes on from its last
 * epoch when it is started again with the same files and settings.
 */
async function main(files: readonly string[]): Promise<void> {
  if (files.length === 0) throw new Error('usage: npm run -s train:vectors -- FILE.jsonl[.br|.gz]...');
  const started = Date.now();
  const say = (message: string): void =>
    console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${message}`);
  const text = await readTrainingText(files.map(fromCaller), WORDS, (papers, file) =>
    say(`${papers} papers read, the last from ${file}`),
  );
  const made = { words: WORDS, ...SETTINGS, sources: text.sources };
  const run = createHash('sha256').update(JSON.stringify(made)).digest('hex');
  const learned = (await readCheckpoint(run)) ?? startLearning(WORDS, SETTINGS);
  if (learned.epoch > 0) say(`going on after epoch ${learned.epoch}`);
  let loss = 0;
  while (learned.epoch < SETTINGS.epochs) {
    learnEpoch(text, learned, SETTINGS, (share, latest) => {
      loss = latest;
      const epochs = learned.epoch + share;
      say(`epoch ${epochs.toFixed(2)} of ${SETTINGS.epochs}, loss ${latest.toFixed(4)}`);
    });
    await writeCheckpoint(run, learned);
  }
  const rows = finishVectors(text, learned.weights, SETTINGS.dims);
  const bytes = encodeWordVectors(SETTINGS.dims, text.vocabulary, rows);
  await mkdir(WEIGHTS_FOLDER, { recursive: true });
  await writeFile(join(WEIGHTS_FOLDER, 'word-vectors.bin'), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const note = {
    command: 'npm run -s train:vectors -- ../shared/arxiv/*.jsonl.br',
    papers: text.papers.length - 1,
    loss: Number(loss.toFixed(4)),
    sha256,
    ...made,
  };
  await writeFile(join(WEIGHTS_FOLDER, 'word-vectors.json'), `${JSON.stringify(note, null, 2)}\n`);
  await rm(CHECKPOINT, { force: true });
  say(`${bytes.length} bytes, sha256 ${sha256}`);
}

async function readCheckpoint(run: string): Promise<Learned | undefined> {
  if (!existsSync(CHECKPOINT)) return undefined;
  const found: unknown = deserialize(await readFile(CHECKPOINT));
  return isCheckpoint(found) && found.run === run ? found.learned : undefined;
}

async function writeCheckpoint(run: string, learned: Learned): Promise<void> {
  await mkdir('.output/train', { recursive: true });
  await writeFile(CHECKPOINT, serialize({ run, learned }));
}

function isCheckpoint(value: unknown): value is { run: string; learned: Learned } {
  if (typeof value !== 'object' || value === null || !('run' in value) || !('learned' in value)) return false;
  const { learned } = value;
  return typeof learned === 'object' && learned !== null && 'epoch' in learned && 'weights' in learned;
}

await main(process.argv.slice(2));
