import { EVERY_FEATURE } from '@/lib/core/every-feature';
import { detectPage } from '@/lib/page/detect';
import { hasPaper } from '@/lib/page/expected';
import { RpcError } from '@/lib/rpc/contract';
import type { AnyFeature, Scope } from './feature';
import { keepTyping } from './keep-typing';
import type { ReadRows } from './read-rows';
import { readPaperOnce, type PaperReading, type ReadPaper } from './paper-reading';
import { followParsing } from './parsing';

/** What is done on pages, and how they are read. */
export type PageWork = {
  features: readonly AnyFeature[];
  /** Left out where no page is about one paper. */
  readPaper?: ReadPaper;
  /** Left out where no page has rows. */
  readRows?: ReadRows;
};

type Given = Pick<
  Scope,
  'document' | 'calm' | 'call' | 'text' | 'openRoots' | 'timing' | 'version' | 'mayTell' | 'signal'
>;

type Options = Given &
  PageWork & {
    /** Tells which features are off, by id: as soon as that is known, and at every change. */
    followSwitches: (tell: (off: readonly string[]) => void) => void;
    /** Told once a feature of what went wrong; it has drawn nothing then, or no more. */
    report: (featureId: string, error: unknown) => void;
  };

/**
 * Runs the features that apply to this page. One that fails never stops another. They begin before
 * it is known which are off, for what they add must be there at the first paint; those that are off
 * are undone then. One that is switched on again begins with the next page.
 */
export async function runFeatures({
  features,
  readPaper,
  readRows,
  followSwitches,
  report,
  ...given
}: Options): Promise<void> {
  const page = detectPage(new URL(given.document.URL));
  const running = features
    .filter(({ on }) => on.some((kind) => kind === page.kind))
    .map((feature) => ({ feature, undoing: abortsWith(given.signal) }));
  if (running.length === 0) return;
  let isPreparing = page.kind === 'other' || page.kind === 'pdf';
  followSwitches((off) => {
    for (const { feature, undoing } of running)
      if (off.includes(feature.id) || off.includes(EVERY_FEATURE)) undoing.abort();
    if (isPreparing || running.every(({ undoing }) => undoing.signal.aborted)) return;
    isPreparing = true;
    // Whoever asks next is told of what is wrong.
    void given.calm.then(() => given.call('prepare', {})).catch(() => undefined);
  });
  keepTyping(given.document, given.signal);
  const parsing = followParsing(given.document, given.signal, given.timing.began);
  const reading = readPaperOnce({ ...given, readPaper, parsing });
  const ofRows = onceOf((error) => !isGone(error) && report('rows', error));
  const rows = readRows?.({ ...given, report: ofRows }, page) ?? null;
  // What several features wait for fails for all of them, and is told of once.
  const told = new Set<unknown>();
  const run = async ({ feature, undoing: { signal } }: Running): Promise<void> => {
    const reportOnce = onceOf((error) => {
      if (isGone(error) || signal.aborted || told.has(error)) return;
      told.add(error);
      report(feature.id, error);
    });
    try {
      await feature.runOn({ ...given, signal, page, parsing, reading, rows, report: reportOnce });
    } catch (error) {
      reportOnce(error);
    }
  };
  const usual = running.filter(({ feature }) => !feature.whenUnread);
  const ends = usual.map(run);
  const areRowsRead = rows?.arrive(parsing).catch((error: unknown) => {
    ofRows(error);
    return true; // what is wrong may be ours: the page is not said to have changed
  });
  await Promise.all(ends);
  if ((await areRowsRead) ?? (page.kind !== 'abs' || !(await isUnread(reading, given)))) return;
  // What was put there in hope goes away again.
  for (const { undoing } of usual) undoing.abort();
  report('reading', new Error('the markup of this page is not as expected'));
  await Promise.all(running.filter(({ feature }) => feature.whenUnread).map(run));
}

type Running = { feature: AnyFeature; undoing: AbortController };

function abortsWith(signal: AbortSignal): AbortController {
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort(), { once: true });
  return controller;
}

function onceOf(report: (error: unknown) => void): (error: unknown) => void {
  let isReported = false;
  return (error) => {
    if (!isReported) report(error);
    isReported = true;
  };
}

/** An extension that was updated or switched off under the page: nothing is wrong with the page. */
function isGone(error: unknown): boolean {
  return error instanceof RpcError && error.code === 'disconnected';
}

/** A page that should show a paper, and shows none we can read. */
async function isUnread(
  reading: PaperReading,
  { document, signal }: Pick<Scope, 'document' | 'signal'>,
): Promise<boolean> {
  const isMissing = await reading.whole().then(
    (paper) => !paper,
    () => false, // the features that wait for it have told why
  );
  return isMissing && !signal.aborted && hasPaper(document);
}
