import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { makeText } from '@/components/make-text';
import { openCorpus } from '@/lib/corpus';
import { CorpusDb } from '@/lib/db/corpus';
import { LibraryDb } from '@/lib/db/library';
import { openLibrary } from '@/lib/library';
import { type PageOrder, RpcError } from '@/lib/rpc/contract';
import { answer, type Self } from '@/lib/rpc/server';
import { readSettings } from '@/lib/settings';
import { showBadge, showFailure } from '../badge/badge';
import { serveCommands } from './commands';
import { watchDataset } from './dataset';
import { handlersOf, saveKnown, textOf } from './handlers';
import { welcome } from './welcome';
import { forgetOld } from '../kept-apart/forget-old';
import { idleTurn } from './idle-turn';
import { isListGone, serveMenus } from './menus';
import { serveOmnibox } from './omnibox';
import { packagedModels } from './packaged-models';
import { watchSnapshots } from '../kept-apart/snapshot-alarm';

/** Well within the half minute that the browser leaves us after an event. */
const MENUS_AFTER_MS = 1_000;
const AFTER_MS = { short: 0, long: 300 };

export default defineBackground(() => {
  const report = (error: unknown) => console.error('[gloss]', error);
  const estimate = () => navigator.storage.estimate();
  const corpusDb = new CorpusDb();
  const libraryDb = new LibraryDb();
  // Whoever woke us will ask: what opening them takes is taken while the question is on its way.
  for (const db of [corpusDb, libraryDb]) db.open().catch(report);
  const corpus = openCorpus(corpusDb, { estimate });
  const library = openLibrary(libraryDb, {
    now: Date.now,
    newId: () => crypto.randomUUID(),
    defaultListName: () => browser.i18n.getMessage('library_default_list'),
    estimate,
  });
  const text = makeText((key, values) => browser.i18n.getMessage(key, values));
  const failed = (error: unknown, tab: number) => {
    report(error);
    const isUnknown = error instanceof RpcError && error.code === 'no-dataset';
    void showFailure(tab, text(isUnknown ? 'menu_failed_unknown' : 'menu_failed'));
  };
  const dataset = watchDataset(corpusDb);
  const snapshots = watchSnapshots(library, report);
  const handlers = handlersOf({
    library,
    corpus,
    readSettings,
    text,
    onSaved: (tab, isSaved) => void showBadge(tab, isSaved),
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
  serveOmnibox(corpus, report);
  serveCommands(
    async (id, tab) => {
      await saveKnown({ library, corpus }, id);
      await showBadge(tab, true);
    },
    failed,
    report,
  );
  const hasClipboard = 'clipboard' in navigator;
  const menus = serveMenus({
    library,
    text,
    save: async (id, list) => {
      // The menu names lists there are; one may have been deleted since it was drawn.
      await saveKnown({ library, corpus }, id, list).catch((error: unknown) =>
        isListGone(error) ? saveKnown({ library, corpus }, id) : Promise.reject(error as Error),
      );
    },
    copy: async (id, format, tab) => {
      const copied: PageOrder = { gloss: 'copy', text: await textOf({ library, corpus }, id, null, format) };
      // A worker has no clipboard: the page where the link was chosen copies.
      if (hasClipboard) await navigator.clipboard.writeText(copied.text);
      else await browser.tabs.sendMessage(tab, copied, { frameId: 0 });
    },
    copiesAnywhere: hasClipboard,
    failed,
    report,
  });
  // Whoever woke us is answered first.
  setTimeout(() => library.watch(() => library.lists(), menus.refresh, report), MENUS_AFTER_MS);
  const begin = () => {
    dataset.start();
    snapshots.start();
    void library.purge().catch(report);
    void forgetOld(library).catch(report);
  };
  browser.runtime.onInstalled.addListener(({ reason }) => {
    begin();
    if (reason === 'install') void welcome().catch(report);
  });
  browser.runtime.onStartup.addListener(begin);
});
