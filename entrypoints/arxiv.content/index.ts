import browser from 'webextension-polyfill';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { makeText } from '@/components/make-text';
import { ARXIV_MATCHES } from '@/lib/core/hosts';
import { features } from '@/lib/features';
import { runFeatures } from '@/lib/features/run';
import { call } from '@/lib/rpc/client';
import { serveCopying } from './copying';
import { signalWhileInstalled } from './installed';
import { clearLeftovers } from './leftovers';
import { followSwitches } from './switches';
import { timing } from './timing';

const isTestBuild = import.meta.env.MODE === 'e2e';

export default defineContentScript({
  matches: ARXIV_MATCHES,
  runAt: 'document_start',
  world: 'ISOLATED',
  async main() {
    timing.began();
    clearLeftovers(document);
    const signal = signalWhileInstalled(document);
    serveCopying(signal);
    await runFeatures({
      features,
      followSwitches,
      document,
      call,
      text: makeText((key, values) => browser.i18n.getMessage(key, values)),
      openRoots: isTestBuild,
      timing,
      signal,
      report: (featureId, error) => console.warn(`[Gloss] ${featureId} shows nothing here:`, error),
    });
  },
});
