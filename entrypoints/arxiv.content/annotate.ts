import browser from 'webextension-polyfill';
import { makeText } from '@/components/make-text';
import { calmOf } from '@/lib/features/calm';
import { type PageWork, runFeatures } from '@/lib/features/run';
import { call } from '@/lib/rpc/client';
import { onFeaturesOff } from '@/lib/settings/features-off';
import { mayTellAt } from '@/lib/settings/once-a-day';
import { serveCopying } from './copying';
import { signalWhileInstalled } from './installed';
import { clearLeftovers } from './leftovers';
import { messagesFrom, type PageWords } from './page-words';
import { timing } from './timing';

declare const GLOSS_PAGE_WORDS: PageWords;

const isTestBuild = import.meta.env.MODE === 'e2e';

/** What a content script does on its page. */
export async function annotate(work: PageWork): Promise<void> {
  timing.began();
  clearLeftovers(document);
  const signal = signalWhileInstalled(document);
  serveCopying(signal);
  await runFeatures({
    ...work,
    calm: calmOf(document),
    followSwitches: onFeaturesOff,
    document,
    call,
    text: makeText(messagesFrom(GLOSS_PAGE_WORDS, browser.i18n)),
    openRoots: isTestBuild,
    timing,
    version: browser.runtime.getManifest().version,
    mayTell: () => mayTellAt(Date.now()),
    signal,
    report: (featureId, error) => console.warn(`[Gloss] ${featureId} shows nothing here:`, error),
  });
}
