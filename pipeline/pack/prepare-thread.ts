import { parentPort } from 'node:worker_threads';
import { wordVectorBytes } from '../train/vectors-file';
import type { Answered, Asked } from './crew';
import { Preparer, type PrepareAnswer, type PrepareJob } from './preparer';

const preparing = wordVectorBytes().then((bytes) => new Preparer(bytes));

parentPort?.on('message', ({ number, job }: Asked<PrepareJob>) => {
  void preparing
    .then((preparer): Answered<PrepareAnswer> => ({ number, answer: preparer.answer(job) }))
    .catch((error: unknown): Answered<PrepareAnswer> => ({ number, error: String(error) }))
    .then((answered) => parentPort?.postMessage(answered));
});
