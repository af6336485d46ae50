/**
 * Kills a browser while papers met on pages are being kept, written into the small segment and folded into the older one,
 * again and again, and sees that none that was kept is lost, that all are found, and that the whole answers as one that was
 * never killed: `npm run soak -- folds [KILLS] [chromium|firefox]`. Needs an e2e build.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parsePaperId } from '@/lib/core/paper-id';
import type { Paper } from '@/lib/core/paper';
import { builtExtension } from '../browser/build';
import { datasetReady } from '../browser/dataset';
import { requireBrowsers } from '../browser/install';
import { ownPages } from '../browser/own-pages';
import { startSession, type Session } from '../browser/session';
import { SEEDS } from '../pages/papers';
import { ask, relatedToSeeds, stored, type Stored } from './asking';

const [kills = '50', name = 'chromium'] = process.argv.slice(2);
const kind = name === 'firefox' ? 'firefox' : 'chromium';
/** A fold comes every fourth round, with 128 papers in the small segment; all together stay below what is kept of papers met. */
const AT_ONCE = 39;
const LONGEST_MS = 1_500;
const CARDS = 100;

const [browser] = requireBrowsers([kind]);
if (!browser) throw new Error(`${kind} is not there`);
let faults = 0;
const moments = new Map<string, number>();

const killed = await startSession(browser, builtExtension(kind, 'e2e'), [ownPages()]);
const kept = new Set<string>();
try {
  await datasetReady(killed.browser);
  let folded = 0;
  for (let kill = 1; kill <= Number(kills); kill += 1) {
    await ask(killed, 'met', [{ papers: papersOf(kill) }]);
    await pause(Math.random() * LONGEST_MS);
    await killed.restart();
    const now = await stored(killed);
    const lost = [...kept].filter((id) => !now.met.includes(id));
    faults += lost.length;
    const moment = momentOf(now, kill, folded);
    moments.set(moment, (moments.get(moment) ?? 0) + 1);
    folded = now.folded;
    for (const id of now.met) kept.add(id);
    console.log(
      `${kill} kills: ${moment}; ${now.met.length} met, ${folded} folded, ${lost.length} lost ${lost.join(' ')}`,
    );
  }
  if (kept.size === 0) throw new Error('nothing was kept before any kill: nothing was tried');
  const all = Array.from({ length: Number(kills) }, (_, at) => papersOf(at + 1)).flat();
  const wanted = await neverKilled(all);
  // What a kill took before it was kept is met again, as pages show papers again.
  const answers = await answersAfter(killed, all);
  if (answers !== wanted) faults += 1;

  console.log(`${all.length} papers: ${answers === wanted ? 'the same answers' : 'OTHER ANSWERS'}`);
} finally {
  await killed.close();
}
console.log(`what a kill left: ${[...moments].map(([moment, count]) => `${moment} ${count}`).join(', ')}`);
console.log(`${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

/** How far the last papers met had come. */
function momentOf(now: Stored, round: number, folded: number): string {
  if (!now.met.includes(String(papersOf(round)[0]?.id))) return 'not kept';
  if (now.written < now.met.length) return 'kept, not written';
  return now.folded > folded ? 'folded' : 'written';
}

async function neverKilled(all: readonly Paper[]): Promise<string> {
  if (!browser) throw new Error('no browser');
  const session = await startSession(browser, builtExtension(kind, 'e2e'), [ownPages()]);
  try {
    await datasetReady(session.browser);
    return await answersAfter(session, all);
  } finally {
    await session.close();
  }
}

/** Every paper's card, and what is related to the seeds, once all papers are kept and found. */
async function answersAfter(session: Session, all: readonly Paper[]): Promise<string> {
  for (let at = 0; at < all.length; at += AT_ONCE) {
    await ask(session, 'met', [{ papers: all.slice(at, at + AT_ONCE) }]);
    while ((await stored(session)).met.length < Math.min(all.length, at + AT_ONCE)) await pause(100);
  }
  const references = all.map(({ id }) => ({ text: `arXiv:${id}`, links: [`https://arxiv.org/abs/${id}`] }));
  const asked = Array.from({ length: Math.ceil(all.length / CARDS) }, (_, at) => ({
    references: references.slice(at * CARDS, (at + 1) * CARDS),
    byTitle: false,
  }));
  for (;;) {
    const cards = (await ask(session, 'cards', asked)).flat();
    if (cards.every((card) => card !== null))
      return `${JSON.stringify(cards)} ${await relatedToSeeds(session)}`;
    await pause(500);
  }
}

/** Papers that no dataset has, each of its own words out of the seeds, so that some are related to them. */
function papersOf(round: number): Paper[] {
  return Array.from({ length: AT_ONCE }, (_, at): Paper => {
    const number = round * AT_ONCE + at;
    const like = SEEDS[number % SEEDS.length];
    const id = parsePaperId(`2312.${String(number).padStart(5, '0')}`);
    if (!like || !id) throw new Error('no such paper');
    const words = `${like.title} ${like.abstract ?? ''}`.split(/\s+/);
    const from = (number * 7) % words.length;
    const own = [...words.slice(from), ...words.slice(0, from)].slice(0, 30 + (number % 50));
    const title = `Number ${number}: ${own.slice(0, 5 + (number % 4)).join(' ')}`;
    return { ...like, id, title, abstract: own.join(' '), versions: [], submitted: null };
  });
}
