import { afterAll, beforeAll, describe } from 'vitest';
import type { Site } from '../browser/arxiv-server';
import { builtExtension, type BuildMode } from '../browser/build';
import { datasetReady } from '../browser/dataset';
import type { BrowserKind } from '../browser/find';
import { requireBrowsers } from '../browser/install';
import { ownPages } from '../browser/own-pages';
import { startSession, type Session } from '../browser/session';

const KINDS: readonly BrowserKind[] = ['chromium', 'firefox'];
/** `GLOSS_ONLY=firefox` runs the tests in one browser, while working on them. */
const only = process.env['GLOSS_ONLY'];

type Options = {
  mode?: BuildMode;
  sites?: readonly Site[];
  extension?: (kind: BrowserKind) => string;
  /** False for tests of the first import itself: the others begin when it is over. */
  imported?: boolean;
};

/** The same tests in Chromium and in Firefox, each on a browser of its own with a new profile. */
export function inEachBrowser(
  suite: (session: () => Session, kind: BrowserKind) => void,
  {
    mode = 'e2e',
    sites = [ownPages()],
    extension = (kind) => builtExtension(kind, mode),
    imported = true,
  }: Options = {},
): void {
  describe.each(KINDS.filter((kind) => only === undefined || kind === only))('in %s', (kind) => {
    let session: Session | undefined;
    beforeAll(async () => {
      const [found] = requireBrowsers([kind]);
      if (!found) return;
      session = await startSession(found, extension(kind), sites);
      if (imported) await datasetReady(session.browser);
    });
    afterAll(() => session?.close());
    suite(() => {
      if (!session) throw new Error(`${kind} did not start`);
      return session;
    }, kind);
  });
}
