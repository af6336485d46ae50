import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { makeText } from '@/components/make-text';
import { openCorpus } from '@/lib/corpus';
import { CorpusDb } from '@/lib/db/corpus';
import { LibraryDb } from '@/lib/db/library';
import { openLibrary } from '@/lib/library';
import { answer, type Self } from '@/lib/rpc/server';
import { readSettings } from '@/lib/settings';
import { watchDataset } from './dataset';
import { handlersOf } from './handlers';
import { idleTurn } from './idle-turn';
import { packagedModels } from './packaged-models';

/** Well within the half minute that the browser leaves us after an event. */
const AFTER_MS = { short: 0, long: 300 };

export default defineBackground(() => {
  const report = (error: unknown) => console.error('[gloss]', error);
  const estimate = () => navigator.storage.estimate();
  const corpusDb = new CorpusDb();
  const corpus = openCorpus(corpusDb, { estimate });
  const library = openLibrary(new LibraryDb(), {
    now: Date.now,
    newId: () => crypto.randomUUID(),
    defaultListName: browser.i18n.getMessage('library_default_list'),
    estimate,
  });
  const dataset = watchDataset(corpusDb);
  const handlers = handlersOf({
    library,
    corpus,
    readSettings,
    text: makeText((key, values) => browser.i18n.getMessage(key, values)),
    version: browser.runtime.getManifest().version,
    models: packagedModels((path) => browser.runtime.getURL(path), fetch),
    now: Date.now,
    afterwards: (work, length) => setTimeout(() => void work().catch(report), AFTER_MS[length]),
    turn: idleTurn,
    report,
    onNoDataset: dataset.start,
  });
  const self: Self = { id: browser.runtime.id, origin: browser.runtime.getURL('') };

  // All listeners are added before anything is waited for, or the event that woke us would be lost.
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    answer(handlers, self, message, sender),
  );
  const begin = () => {
    dataset.start();
    void library.purge().catch(report);
  };
  browser.runtime.onInstalled.addListener(({ reason }) => {
    begin();
    if (reason === 'install')
      void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(report);
  });
  browser.runtime.onStartup.addListener(begin);
});
