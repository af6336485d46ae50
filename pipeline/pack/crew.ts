import { Worker } from 'node:worker_threads';

/** One that does jobs: a thread, or this one. */
export type Hand<Job, Answer> = { ask(job: Job): Promise<Answer>; close(): Promise<unknown> };
/** What a thread is sent, and what it answers. */
export type Asked<Job> = { number: number; job: Job };
export type Answered<Answer> = { number: number; answer: Answer } | { number: number; error: string };

/** Jobs waiting at each hand, so that none is idle while the next is being read. */
const AHEAD = 3;

/** Does jobs on several hands. Answers come in the order of the jobs, whoever was quicker: the same each time. */
export class Crew<Job, Answer> {
  private next = 0;

  constructor(private readonly hands: readonly Hand<Job, Answer>[]) {}

  async *inOrder(jobs: AsyncIterable<Job>): AsyncGenerator<Answer> {
    const running: Promise<Answer>[] = [];
    for await (const job of jobs) {
      const answer = this.ask(job);
      // Told when its turn comes; a failure before that is no unhandled one.
      answer.catch(() => undefined);
      running.push(answer);
      const [first] = running.length >= this.hands.length * AHEAD ? running.splice(0, 1) : [];
      if (first) yield await first;
    }
    for (const answer of running) yield await answer;
  }

  /** The answers of all hands to one job. */
  all(job: Job): Promise<Answer[]> {
    return Promise.all(this.hands.map((hand) => hand.ask(job)));
  }

  async close(): Promise<void> {
    await Promise.all(this.hands.map((hand) => hand.close()));
  }

  private ask(job: Job): Promise<Answer> {
    const hand = this.hands[this.next++ % this.hands.length];
    return hand ? hand.ask(job) : Promise.reject(new Error('a crew of nobody'));
  }
}

/** A thread that runs a module of ours, which answers with `Answered` what it is sent as `Asked`. */
export function threadHand<Job, Answer>(module: URL): Hand<Job, Answer> {
  const worker = new Worker(inTypeScript(module));
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let number = 0;
  worker.on('message', (message: Answered<Answer>) => {
    const asker = waiting.get(message.number);
    waiting.delete(message.number);
    if ('error' in message) asker?.reject(new Error(message.error));
    else asker?.resolve(message.answer);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
  });
  return {
    ask: (job) =>
      new Promise((resolve, reject) => {
        waiting.set((number += 1), { resolve, reject });
        worker.postMessage({ number, job } satisfies Asked<Job>);
      }),
    close: () => worker.terminate(),
  };
}

/** What starts a TypeScript module in a thread, which does not take over the runner of this one. */
function inTypeScript(module: URL): URL {
  const runner = import.meta.resolve('tsx/esm/api');
  const code = `import { register } from '${runner}'; register(); await import('${module.href}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
