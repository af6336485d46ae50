import { expect, it } from 'vitest';
import { Crew, type Hand } from '@/pipeline/pack/crew';

/** A hand that takes as long as a job says. */
const hand: Hand<number, number> = {
  ask: (ms) =>
    ms < 0 ? Promise.reject(new Error('no')) : new Promise((resolve) => setTimeout(() => resolve(ms), ms)),
  close: () => Promise.resolve(),
};

async function* jobs(...numbers: number[]): AsyncGenerator<number> {
  yield* numbers;
}

it('answers in the order of the jobs, whoever is quicker', async () => {
  const answers: number[] = [];
  for await (const answer of new Crew([hand, hand, hand]).inOrder(jobs(30, 1, 20, 2, 10, 3, 0)))
    answers.push(answer);
  expect(answers).toEqual([30, 1, 20, 2, 10, 3, 0]);
});

it('fails where a job failed, after the answers before it', async () => {
  const answers: number[] = [];
  const run = async () => {
    for await (const answer of new Crew([hand, hand]).inOrder(jobs(5, 1, -1, 2))) answers.push(answer);
  };
  await expect(run()).rejects.toThrow('no');
  expect(answers).toEqual([5, 1]);
});
