import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

type Streams = { input: Readable; output: Writable; errors: Writable };

/**
 * Answers JSON Lines with JSON Lines, in order. A line that is not JSON, or that `answer` throws
 * on, is named on `errors` and gets no line on `output`; the others are answered all the same.
 * Returns the exit status: 2 if any line was unreadable, else 0. Blank lines are passed over.
 */
export async function answerJsonLines(
  answer: (value: unknown) => unknown,
  streams: Streams = standardStreams(),
): Promise<number> {
  return answerLines((line) => answer(JSON.parse(line)), streams);
}

/** The same for lines of plain text. */
export async function answerLines(
  answer: (line: string) => unknown,
  { input, output, errors }: Streams = standardStreams(),
): Promise<number> {
  let status = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      const text = `${JSON.stringify(await answer(line))}\n`;
      if (!output.write(text)) await once(output, 'drain');
    } catch (error) {
      status = 2;
      errors.write(`line ${number}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return status;
}

function standardStreams(): Streams {
  return { input: process.stdin, output: process.stdout, errors: process.stderr };
}
