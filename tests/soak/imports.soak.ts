/**
 * Kills a browser while the dataset is being brought in, again and again on new profiles, and sees that the next start
 * goes on and answers as one that was never killed: `npm run soak -- imports [ROUNDS] [chromium|firefox]`. Needs an e2e build.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { datasetReady } from '../browser/dataset';
import { requireBrowsers } from '../browser/install';
import { ownPages } from '../browser/own-pages';
import { startSession, type Session } from '../browser/session';
import { withWholePack } from '../browser/whole-pack';
import { SEEDS } from '../pages/papers';
import { RPC_VERSION } from '@/lib/rpc/contract';

const [rounds = '50', name = 'chromium'] = process.argv.slice(2);
const kind = name === 'firefox' ? 'firefox' : 'chromium';
const KILLS = 2;
const LONGEST_MS = 4_000;

const [found] = requireBrowsers([kind]);
if (!found) throw new Error(`${kind} is not there`);
const browser = found;
const extension = withWholePack(kind);
const wanted = await answers(0);
let wrong = 0;
for (let done = 0; done < Number(rounds); done += KILLS) {
  const same = (await answers(KILLS)) === wanted;
  if (!same) wrong += 1;
  console.log(`${done + KILLS} kills: ${same ? 'the same answers' : 'OTHER ANSWERS'}`);
}
process.exitCode = wrong === 0 ? 0 : 1;

/** What is related to the seeds once the dataset is there, on a new profile killed so often on the way. */
async function answers(kills: number): Promise<string> {
  const session = await startSession(browser, extension, [ownPages()]);
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(Math.random() * LONGEST_MS);
      await session.restart();
    }
    await datasetReady(session.browser);
    return JSON.stringify(await relatedIds(session));
  } finally {
    await session.close();
  }
}

async function relatedIds(session: Session): Promise<unknown> {
  const page = await session.browser.openOwn('library.html');
  const messages = SEEDS.map((paper) => ({
    rpc: 'gloss',
    version: RPC_VERSION,
    method: 'open',
    params: { paper },
  }));
  return page.run(async (text) => {
    const ids: string[][] = [];
    for (const message of JSON.parse(text) as object[]) {
      const reply: unknown = await chrome.runtime.sendMessage(message);
      const { related } = (reply as { value: { related: { paper: { id: string } }[] } }).value;
      ids.push(related.map(({ paper }) => paper.id));
    }
    return ids;
  }, JSON.stringify(messages));
}
