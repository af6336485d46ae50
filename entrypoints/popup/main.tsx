import browser from 'webextension-polyfill';
import { Popup, type PopupProps } from '@/components/popup/popup';
import type { Where } from '@/components/shown';
import { parseVersionedId, type VersionedId } from '@/lib/core/paper-id';
import { extractStated } from '@/lib/extract';
import { detectPage } from '@/lib/page/detect';
import { ARXIV_ACCESS } from '../own-pages/access';
import { openDesk } from '../own-pages/desk';
import { keepEntries } from '../own-pages/kept-entries';
import { report } from '../own-pages/report';
import { openSurface } from '../own-pages/surface';
import { openSidePanel } from '../own-pages/side-panel';
import { paperOfTab } from '../own-pages/tab-paper';
import { searchOf } from './search';

type Changing = Pick<PopupProps, 'status' | 'tabPaper' | 'hasAccess'>;

const surface = openSurface();
const desk = openDesk(surface.text);
const search = searchOf({ corpus: desk.corpus, kept: keepEntries(desk.library) });
let changing: Changing = { status: null, tabPaper: undefined, hasAccess: true };

function change(part: Partial<Changing>) {
  changing = { ...changing, ...part };
  surface.draw(<Popup {...steady} {...changing} />);
}

const steady: Omit<PopupProps, keyof Changing> = {
  reader: desk.reader,
  search: (query, signal) => search(idOf(query)?.id ?? query, signal),
  idOf,
  onOpen: open,
  onRetryImport: desk.bringIn,
  onReload: () => location.reload(),
  onAskAccess: () =>
    void browser.permissions.request(ARXIV_ACCESS).then((hasAccess) => change({ hasAccess }), report),
  factsOf: extractStated,
  onOpenBeside: openBeside,
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
  }, report);
}

/** The window has to be known before the click. */
let windowId: number | undefined;

function openBeside() {
  if (windowId !== undefined) void openSidePanel(windowId).then(() => window.close(), report);
}

change({});
desk.onStatus((status) => change({ status }));
void browser.permissions.contains(ARXIV_ACCESS).then((hasAccess) => change({ hasAccess }), report);
// Opens the segments, so that the first letter need not wait for that.
void desk.corpus.summaries([]).catch(() => undefined);
void browser.tabs
  .query({ active: true, currentWindow: true })
  .then(([tab]) => {
    windowId = tab?.windowId;
    return paperOfTab(tab ?? {}, desk);
  })
  .then(
    (tabPaper) => change({ tabPaper }),
    () => change({ tabPaper: null }),
  );
