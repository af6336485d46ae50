import Dexie, { RangeSet } from 'dexie';

/** Between one try and the next. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

/** Whoever watches rows, of whichever database, asks again. */
export function askAgain(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
}

/**
 * A database that the browser deletes or closes under open pages changes no row, so nobody who watches rows would
 * hear of it: they are told that all may have changed, and find what is there now.
 */
export function askAgainWhenGone(db: Dexie): void {
  db.on('versionchange', ({ newVersion }) => {
    // In a later turn: what is asked meanwhile would be of the database that is about to close.
    if (newVersion === null) setTimeout(askAgain);
  });
  const listen = () => db.backendDB().addEventListener('close', () => void askOnceReadable(db));
  db.on('ready', listen, true);
}

/** A browser that clears an extension's data for a while closes, or opens not at all, what is opened meanwhile. */
async function askOnceReadable(db: Dexie): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; pause <= LONGEST_PAUSE_MS; pause *= 2) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (await isReadable(db)) break;
  }
  // Where it is none to the end, they are told that.
  askAgain();
}

async function isReadable(db: Dexie): Promise<boolean> {
  const [table] = db.tables;
  return table === undefined
    ? true
    : table
        .limit(1)
        .primaryKeys()
        .then(
          () => true,
          () => false,
        );
}
