import type { BrowserKind } from '@/tests/browser/find';
import { requireBrowsers } from '@/tests/browser/install';
import { ownPages } from '@/tests/browser/own-pages';
import { startSession, type Session } from '@/tests/browser/session';
import { withWholePack } from '@/tests/browser/whole-pack';

/** Runs `work` in a browser with the built extension on a new profile, and ends it whatever comes. */
export async function inBrowser<T>(kind: BrowserKind, work: (session: Session) => Promise<T>): Promise<T> {
  const [found] = requireBrowsers([kind]);
  if (!found) throw new Error(`${kind} is not there`);
  const session = await startSession(found, withWholePack(kind), [ownPages()]);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
