import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '@/lib/core/paper-id';
import { STATUSES, type ListId, type Status } from '@/lib/core/reading';
import type { Library, UndoToken } from '@/lib/library';
import { freshLibrary, idOf, paperOf } from './fresh-library';
import { OracleLibrary } from './oracle-library';

/** Hundreds of libraries take a while on a busy machine. */
const SLOW = 60_000;
const PAPERS = ['2210.02414', '2301.00001', 'hep-th/9711200', '2406.12793'].map(idOf);

/** Numbers pick among what there is at that moment, so that a shrunk sequence still makes sense. */
type Step =
  | { do: 'create'; name: string }
  | { do: 'rename'; list: number; name: string }
  | { do: 'deleteList'; list: number }
  | { do: 'save'; paper: number; list: number | null }
  | { do: 'unsave'; paper: number }
  | { do: 'removeFrom'; paper: number; list: number }
  | { do: 'status'; paper: number; status: Status }
  | { do: 'undo'; token: number };

const paper = fc.nat(PAPERS.length - 1);
const list = fc.nat(5);
const name = fc.constantFrom('A', 'B', 'Ünïcode', '$x$');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('create' as const), name }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), list, name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('deleteList' as const), list }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('save' as const), paper, list: fc.option(list, { nil: null }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('unsave' as const), paper }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('removeFrom' as const), paper, list }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('status' as const), paper, status: fc.constantFrom(...STATUSES) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const), token: fc.nat(8) }) },
);

/** What a reader can see of a library. */
async function seenBy(library: Library) {
  const lists = await library.lists();
  const all = await library.entriesOf(null);
  return {
    lists,
    entries: await Promise.all(
      lists.map(async ({ id }) => (await library.entriesOf(id)).map((entry) => entry.paper.id)),
    ),
    saved: Object.fromEntries(
      all.map((entry) => [entry.paper.id, { status: entry.status, lists: entry.lists }]),
    ),
  };
}

type Run = { library: Library; lists: ListId[]; tokens: UndoToken[] };

async function take(run: Run, oracle: OracleLibrary, next: Step): Promise<void> {
  const { library, lists, tokens } = run;
  const id = 'paper' in next ? PAPERS[next.paper] : undefined;
  const listId = 'list' in next && next.list !== null ? lists[next.list % lists.length] : undefined;
  switch (next.do) {
    case 'create': {
      const made = await library.createList(next.name);
      oracle.createList(made, next.name);
      lists.push(made);
      return;
    }
    case 'rename':
      if (listId)
        await sameOutcome(library.renameList(listId, next.name), () => oracle.rename(listId, next.name));
      return;
    case 'deleteList':
      if (listId)
        await deletion(run, library.deleteList(listId), (token) => oracle.deleteList(listId, token));
      return;
    case 'save':
      if (id) await save(run, oracle, id, listId);
      return;
    case 'unsave':
      if (id) await deletion(run, library.unsave(id), (token) => oracle.unsave(id, token));
      return;
    case 'removeFrom':
      if (id && listId)
        await deletion(run, library.removeFrom(listId, id), (token) => oracle.removeFrom(listId, id, token));
      return;
    case 'status':
      if (id) await sameOutcome(library.setStatus(id, next.status), () => oracle.setStatus(id, next.status));
      return;
    case 'undo': {
      const token = tokens[next.token % tokens.length];
      if (token) expect(await library.undo(token)).toBe(oracle.undo(token));
      return;
    }
  }
}

async function save({ library, lists }: Run, oracle: OracleLibrary, id: PaperId, listId: ListId | undefined) {
  const before = new Set((await library.lists()).map((row) => row.id));
  const outcome = library.save(paperOf(id), listId);
  await outcome.catch(() => undefined);
  const made = (await library.lists()).find((row) => !before.has(row.id))?.id;
  if (made) lists.push(made);
  await sameOutcome(outcome, () => oracle.save(id, listId, made));
}

async function deletion(run: Run, outcome: Promise<UndoToken>, expected: (token: UndoToken) => boolean) {
  const token = await outcome.catch(() => undefined);
  expect(expected(token ?? ('refused' as UndoToken))).toBe(token !== undefined);
  if (token) run.tokens.push(token);
}

async function sameOutcome(outcome: Promise<unknown>, expected: () => boolean) {
  const isDone = await outcome.then(
    () => true,
    () => false,
  );
  expect(expected()).toBe(isDone);
}

test('any sequence of changes and undos leaves what a plain model says', { timeout: SLOW }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { library, db } = await freshLibrary();
      const run: Run = { library, lists: [], tokens: [] };
      const oracle = new OracleLibrary();
      for (const next of steps) await take(run, oracle, next);
      expect(await seenBy(library)).toEqual(oracle.seen());
      db.close();
    }),
    { numRuns: 150 },
  );
});

test('deletions undone in any order bring back everything', { timeout: SLOW }, async () => {
  const deletions = fc.array(
    step.filter((next) => ['deleteList', 'unsave', 'removeFrom'].includes(next.do)),
    { minLength: 1, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 25 }),
      deletions,
      fc.infiniteStream(fc.nat(100)),
      async (steps, gone, order) => {
        const { library, db } = await freshLibrary();
        const run: Run = { library, lists: [], tokens: [] };
        const oracle = new OracleLibrary();
        for (const next of steps) await take(run, oracle, next);
        const before = await seenBy(library);
        run.tokens.length = 0;
        for (const next of gone) await take(run, oracle, next);
        while (run.tokens.length > 0) {
          const at = (order.next().value ?? 0) % run.tokens.length;
          const [token] = run.tokens.splice(at, 1);
          if (token) expect(await library.undo(token)).toBe(true);
        }
        expect(await seenBy(library)).toEqual(before);
        db.close();
      },
    ),
    { numRuns: 100 },
  );
});
