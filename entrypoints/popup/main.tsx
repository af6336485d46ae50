import browser from 'webextension-polyfill';
import { Popup, type PopupProps } from '@/components/popup/popup';
import type { Where } from '@/components/shown';
import { ARXIV_MATCHES } from '@/lib/core/hosts';
import { parseVersionedId, type VersionedId } from '@/lib/core/paper-id';
import { detectPage } from '@/lib/page/detect';
import { openDesk } from '../own-pages/desk';
import { openSurface } from '../own-pages/surface';
import { paperOfTab } from './tab-paper';

const HITS_SHOWN = 20;
const ACCESS = { origins: ARXIV_MATCHES };

type Changing = Pick<PopupProps, 'status' | 'tabPaper' | 'hasAccess'>;

const surface = openSurface();
const desk = openDesk(surface.text);
let changing: Changing = { status: null, tabPaper: undefined, hasAccess: true };

function change(part: Partial<Changing>) {
  changing = { ...changing, ...part };
  surface.draw(<Popup {...steady} {...changing} />);
}

const steady: Omit<PopupProps, keyof Changing> = {
  reader: desk.reader,
  search: async (query, signal) => {
    const words = idOf(query)?.id ?? query;
    const saved = desk.savedIds();
    return desk.corpus.search(words, { limit: HITS_SHOWN, signal, ...(saved && { saved }) });
  },
  idOf,
  onOpen: open,
  onRetryImport: desk.bringIn,
  onReload: () => location.reload(),
  onAskAccess: () => void browser.permissions.request(ACCESS).then((hasAccess) => change({ hasAccess })),
  onOpenLibrary: () => open(browser.runtime.getURL('/library.html'), 'front'),
};

/** The id a query is, also within the address of a paper's page. */
function idOf(query: string): VersionedId | undefined {
  if (!URL.canParse(query)) return parseVersionedId(query);
  const page = detectPage(new URL(query));
  return page.kind === 'abs' || page.kind === 'html' || page.kind === 'pdf' ? page : parseVersionedId(query);
}

function open(url: string, where: Where) {
  void browser.tabs.create({ url, active: where === 'front' }).then(() => {
    if (where === 'front') window.close();
  });
}

change({});
desk.onStatus((status) => change({ status }));
void browser.permissions.contains(ACCESS).then((hasAccess) => change({ hasAccess }));
// Opens the segments, so that the first letter need not wait for that.
void desk.corpus.summaries([]).catch(() => undefined);
void browser.tabs
  .query({ active: true, currentWindow: true })
  .then(([tab]) => paperOfTab(tab ?? {}, desk))
  .then(
    (tabPaper) => change({ tabPaper }),
    () => change({ tabPaper: null }),
  );
