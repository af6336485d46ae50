import { extractStated } from '@/lib/extract';
import { extractLine } from '@/lib/extract/line';
import { extractModelled, openModels } from '@/lib/extract/models';
import type { StatableText } from '@/lib/extract/reading';

/** What is timed, in a page: ms a record, each read once to warm up, then taken as the least of three. */
export type Timed = Record<'line' | 'stated' | 'all', number[]>;

async function timed(
  papers: readonly StatableText[],
  files: { roles: string; entities: string },
): Promise<Timed> {
  const models = openModels({ roles: bytesOf(files.roles), entities: bytesOf(files.entities) });
  const works = {
    line: extractLine,
    stated: extractStated,
    all: (paper: StatableText) => [extractStated(paper), extractModelled(paper, models)],
  };
  const times: Timed = { line: [], stated: [], all: [] };
  for (const [name, work] of Object.entries(works) as [keyof Timed, (paper: StatableText) => unknown][]) {
    for (const paper of papers) work(paper);
    for (const paper of papers) times[name].push(leastOf3(() => work(paper)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return times;
}

function leastOf3(work: () => unknown): number {
  let least = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

Reflect.set(globalThis, 'timed', timed);
