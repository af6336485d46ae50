/**
 * Kills a browser while the dataset is being brought in, again and again on new profiles, and sees that the next start
 * goes on where it was and answers as one that was never killed: `npm run soak -- imports [KILLS] [chromium|firefox]`.
 * Needs an e2e build.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { requireBrowsers } from '../browser/install';
import { ownPages } from '../browser/own-pages';
import { startSession } from '../browser/session';
import { withWholePack } from '../browser/whole-pack';
import { relatedToSeeds, stored } from './asking';

const [wantedKills = '50', name = 'chromium'] = process.argv.slice(2);
const kind = name === 'firefox' ? 'firefox' : 'chromium';
const KILLS = 2;
const LONGEST_MS = 3_000;

const [found] = requireBrowsers([kind]);
if (!found) throw new Error(`${kind} is not there`);
const browser = found;
const extension = withWholePack(kind);
const wanted = await answers(0, []);
const moments = new Map<string, number>();
let wrong = 0;
for (let done = 0; done < Number(wantedKills); done += KILLS) {
  const left: string[] = [];
  const answered = await answers(KILLS, left);
  const same = answered === wanted;
  if (!same) wrong += 1;
  if (!same) console.log(`wanted ${wanted}\ngot    ${answered}`);
  for (const moment of left) moments.set(moment, (moments.get(moment) ?? 0) + 1);
  console.log(`${done + KILLS} kills (${left.join(', ')}): ${same ? 'the same answers' : 'OTHER ANSWERS'}`);
}
console.log(`what a kill left: ${[...moments].map(([moment, count]) => `${moment} ${count}`).join(', ')}`);
console.log(`${wrong} profiles with other answers`);
process.exitCode = wrong === 0 ? 0 : 1;

/** What is related to the seeds on a new profile, killed so often on the way; `left` is told what each kill left. */
async function answers(kills: number, left: string[]): Promise<string> {
  const session = await startSession(browser, extension, [ownPages()]);
  let before = 0;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(Math.random() * LONGEST_MS);
      await session.restart();
      const { part, ready } = await stored(session);
      if (part < before) throw new Error(`${before} parts were there, and now ${part}`);
      before = part;
      left.push(ready ? 'all' : `${part} parts`);
    }
    return await relatedToSeeds(session);
  } finally {
    await session.close();
  }
}
