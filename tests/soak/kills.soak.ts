/**
 * Kills a browser in the middle of saving, again and again, and looks for what it had said was saved:
 * `npm run soak -- kills [ROUNDS] [chromium|firefox]`. Needs an e2e build.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { builtExtension } from '../browser/build';
import { requireBrowsers } from '../browser/install';
import { ownPages } from '../browser/own-pages';
import { startSession } from '../browser/session';

const [rounds = '10', name = 'chromium'] = process.argv.slice(2);
const kind = name === 'firefox' ? 'firefox' : 'chromium';
const LONGEST_MS = 1_500;

type Reply<T> = { ok: boolean; value: T };

const [found] = requireBrowsers([kind]);
if (!found) throw new Error(`${kind} is not there`);
const session = await startSession(found, builtExtension(kind, 'e2e'), [ownPages()]);
const said: string[] = [];
let lost = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  const page = await session.browser.openOwn('library.html');
  await page.run(keepSaving, round);
  await pause(Math.random() * LONGEST_MS);
  said.push(...(await page.run(() => Reflect.get(window, 'said') as string[])));
  await session.restart();
  const after = await session.browser.openOwn('library.html');
  const missing = await after.run(notSaved, said);
  lost += missing.length;
  console.log(
    `round ${round + 1}: ${said.length} said to be saved, ${missing.length} lost ${missing.join(' ')}`,
  );
}
await session.close();
process.exitCode = lost === 0 ? 0 : 1;

/** Runs over there: saves one paper after another, and notes each whose saving was answered. */
function keepSaving(round: number): void {
  const answered: string[] = [];
  Reflect.set(window, 'said', answered);
  const saveFrom = async (number: number): Promise<void> => {
    const id = `26${String(1 + (round % 12)).padStart(2, '0')}.${String(10_000 + round * 1_000 + number)}`;
    const paper = {
      ...{ id, version: 1, title: `Paper ${id}`, authors: ['Ada Author'], abstract: null, comments: null },
      ...{
        journalRef: null,
        reportNo: null,
        doi: null,
        categories: ['cs.CL'],
        mscClass: null,
        acmClass: null,
      },
      ...{ submitted: null, versions: [], withdrawn: false },
    };
    const message = { rpc: 'gloss', version: 2, method: 'save', params: { paper } };
    const reply = await chrome.runtime.sendMessage<object, Reply<unknown>>(message);
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    answered.push(id);
    await saveFrom(number + 1);
  };
  void saveFrom(0);
}

/** Runs over there: which of these ids are not marked as saved. */
async function notSaved(ids: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (let at = 0; at < ids.length; at += 1_000) {
    const slice = ids.slice(at, at + 1_000);
    const message = { rpc: 'gloss', version: 2, method: 'marks', params: { ids: slice } };
    const reply = await chrome.runtime.sendMessage<object, Reply<Record<string, { saved: boolean }>>>(
      message,
    );
    missing.push(...slice.filter((id) => reply.value[id]?.saved !== true));
  }
  return missing;
}
