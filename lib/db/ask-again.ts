import Dexie, { RangeSet } from 'dexie';

/** A browser that clears an extension's data closes what is opened meanwhile, too. */
const CLOSED_MS = 1_000;

/**
 * A database that the browser deletes or closes under open pages changes no row, so nobody who watches rows would
 * hear of it: they are told that all may have changed, and find what is there now.
 */
export function askAgainWhenGone(db: Dexie): void {
  // In a later turn: what is asked meanwhile would be of the database that is about to close.
  const askAgain = (afterMs: number) => {
    setTimeout(() => {
      Dexie.on.storagemutated.fire({ all: new RangeSet(-Infinity, [[]]) });
    }, afterMs);
  };
  db.on('versionchange', ({ newVersion }) => {
    if (newVersion === null) askAgain(0);
  });
  const listen = () => db.backendDB().addEventListener('close', () => askAgain(CLOSED_MS));
  db.on('ready', listen, true);
}
