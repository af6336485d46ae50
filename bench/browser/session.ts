import type { BrowserKind } from '@/tests/browser/find';
import { requireBrowsers } from '@/tests/browser/install';
import { ownPages } from '@/tests/browser/own-pages';
import { startSession, type Session } from '@/tests/browser/session';
import { withWholePack } from '@/tests/browser/whole-pack';

/**
 * Runs `work` in a browser with the built extension on a new profile, and ends it whatever comes. `change` is done to the
 * folder of the extension before.
 */
export async function inBrowser<T>(
  kind: BrowserKind,
  work: (session: Session) => Promise<T>,
  change: (folder: string) => void = () => undefined,
): Promise<T> {
  const [found] = requireBrowsers([kind]);
  if (!found) throw new Error(`${kind} is not there`);
  const extension = withWholePack(kind);
  change(extension);
  const session = await startSession(found, extension, [ownPages()]);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
