/**
 * Kills a browser in the middle of changing the library, again and again, and looks for what it had
 * said was done, and for changes done by half: `npm run soak -- kills [ROUNDS] [chromium|firefox]`.
 * Needs an e2e build, whose library page hands out its library.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Library } from '@/lib/library';
import { builtExtension } from '../browser/build';
import { requireBrowsers } from '../browser/install';
import { ownPages } from '../browser/own-pages';
import { startSession } from '../browser/session';

const [rounds = '10', name = 'chromium'] = process.argv.slice(2);
const kind = name === 'firefox' ? 'firefox' : 'chromium';
const LONGEST_MS = 4_000;

/** A change that was answered, on a paper of its own or on a batch of them. */
type Said = { did: string; id: string };

const [found] = requireBrowsers([kind]);
if (!found) throw new Error(`${kind} is not there`);
const session = await startSession(found, builtExtension(kind, 'e2e'), [ownPages()]);
const said: Said[] = [];
let faults = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  const page = await session.browser.openOwn('library.html');
  await page.until(() => Reflect.get(window, 'glossLibrary') !== undefined);
  await page.run(keepChanging, round);
  await pause(Math.random() * LONGEST_MS);
  said.push(...(await page.run(() => Reflect.get(window, 'said') as Said[])));
  await session.restart();
  const after = await session.browser.openOwn('library.html');
  await after.until(() => Reflect.get(window, 'glossLibrary') !== undefined);
  const found = await after.run(faultsIn, said);
  faults += found.length;
  console.log(
    `round ${round + 1}: ${said.length} said to be done, ${found.length} faults ${found.join('; ')}`,
  );
}
const kinds = [...new Set(said.map(({ did }) => did))].sort();
console.log(`${said.length} changes of ${kinds.length} kinds (${kinds.join(', ')}), ${faults} faults`);
await session.close();
process.exitCode = faults === 0 ? 0 : 1;

/** Runs over there: one change after another, each noted once it was answered. */
function keepChanging(round: number): void {
  const library = Reflect.get(window, 'glossLibrary') as Library;
  const answered: Said[] = [];
  Reflect.set(window, 'said', answered);
  type Paper = Parameters<Library['save']>[0];
  let count = 0;
  const next = (): Paper => {
    count += 1;
    const id = `${String(10 + Math.floor(round / 12))}${String(1 + (round % 12)).padStart(2, '0')}.${String(count).padStart(4, '0')}`;
    return {
      ...{ id: id as Paper['id'], version: 1, title: `Paper ${id}`, authors: ['Ada Author'], abstract: null },
      ...{ comments: null, journalRef: null, reportNo: null, doi: null, categories: ['cs.CL'] },
      ...{ mscClass: null, acmClass: null, submitted: null, versions: [], withdrawn: false },
    };
  };
  const saved = async () => {
    const paper = next();
    await library.save(paper);
    return paper.id;
  };
  const workOf = (paper: Paper) => ({
    ...{ paper, cited: null, key: null, status: null, statusAt: null, savedAt: null },
    ...{ tags: ['batch'], note: 'Words', noteEarlier: [], earlier: [] },
  });
  const batch = async (undone: boolean) => {
    const papers = Array.from({ length: 40 }, next);
    const list = `batch ${papers[0]?.id ?? ''}`;
    const entries = papers.map(({ id }) => ({ id, addedAt: null }));
    const copy = {
      works: papers.map(workOf),
      lists: [{ name: list, createdAt: null, entries }],
      history: null,
    };
    const token = await library.bringIn(copy, { choice: 'mine' });
    if (undone) await library.undo(token);
    return list;
  };
  const changes: [did: string, change: () => Promise<string>][] = [
    ['save', saved],
    ['tag', async () => saved().then(async (id) => (await library.addTag([id], 'soak'), id))],
    ['note', async () => saved().then(async (id) => (await library.saveNote(id, 'Words', 0), id))],
    ['status', async () => saved().then(async (id) => (await library.setStatusOf([id], 'read'), id))],
    ['unsave', async () => saved().then(async (id) => (await library.unsave([id]), id))],
    ['undo', async () => saved().then(async (id) => (await library.undo(await library.unsave([id])), id))],
    [
      'move',
      async () => {
        const [id, to] = [await saved(), await library.createList('moved')];
        const from = (await library.lists())[0]?.id ?? to;
        await library.moveEntries([id], { from, to, before: null });
        await library.renameList(to, `moved ${id}`);
        return id;
      },
    ],
    [
      'merge',
      async () => {
        const [kept, other] = [await saved(), await saved()];
        await library.saveNote(other, 'Words', 0);
        await library.mergeEntries(kept, [other]);
        return kept;
      },
    ],
    ['bring in', () => batch(false)],
    ['bring in and undo', () => batch(true)],
  ];
  const goOn = async (turn: number): Promise<void> => {
    const [did, change] = changes[(turn + round) % changes.length] ?? ['save', saved];
    answered.push({ did, id: await change() });
    await goOn(turn + 1);
  };
  void goOn(0);
}

/** Runs over there: what was said and is not so, and what was done by half. */
async function faultsIn(all: readonly Said[]): Promise<string[]> {
  const library = Reflect.get(window, 'glossLibrary') as Library;
  const entries = new Map((await library.entriesOf(null)).map((entry) => [String(entry.paper.id), entry]));
  const lists = await library.lists();
  const isSo = ({ did, id }: Said): boolean => {
    const entry = entries.get(id);
    switch (did) {
      case 'tag':
        return entry?.tags.includes('soak') === true;
      case 'note':
      case 'merge':
        return entry?.note === 'Words';
      case 'status':
        return entry?.status === 'read';
      case 'unsave':
        return entry === undefined;
      case 'move':
        return lists.some(({ id: list, name }) => name === `moved ${id}` && entry?.lists.join() === list);
      case 'bring in':
        return lists.some(({ name, papers }) => name === id && papers === 40);
      case 'bring in and undo':
        return !lists.some(({ name }) => name === id);
      default:
        return entry !== undefined;
    }
  };
  const faults = all.filter((one) => !isSo(one)).map(({ did, id }) => `lost: ${did} ${id}`);
  for (const { id, name, papers } of lists) {
    const there = (await library.entriesOf(id)).length;
    if (there !== papers || (name.startsWith('batch') && papers !== 40))
      faults.push(`half: ${name} ${there}/${papers}`);
  }
  return faults;
}
