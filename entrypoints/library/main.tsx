import browser from 'webextension-polyfill';
import { LibraryPage, type LibraryPageProps, PANELS, type Panel } from '@/components/library/library-page';
import type { PaperId } from '@/lib/core/paper-id';
import { toBibtex } from '@/lib/exchange/bibtex';
import { entryFilter } from '@/lib/library';
import { openDesk } from '../own-pages/desk';
import { exchangeOf } from '../own-pages/exchange';
import { report } from '../own-pages/report';
import { keepEntries } from '../own-pages/kept-entries';
import { openSurface } from '../own-pages/surface';
import { explorerOf } from './explorer';
import { watchSettings } from './settings';

type Changing = Pick<LibraryPageProps, 'panel' | 'status' | 'bytesUsed' | 'settings'>;

const surface = openSurface();
const desk = openDesk(surface.text);
let changing: Changing = { panel: panelOfAddress(), status: null, bytesUsed: null, settings: null };

function change(part: Partial<Changing>) {
  changing = { ...changing, ...part };
  surface.draw(<LibraryPage {...steady} {...changing} />);
}

/** What `is:seen` stands for. */
let seen: ReadonlySet<PaperId> = new Set();

const steady: Omit<LibraryPageProps, keyof Changing> = {
  reader: desk.reader,
  filterOf: (words, lists) =>
    entryFilter(words, { listNames: new Map(lists.map(({ id, name }) => [id, name])), seen }),
  onCopyBibtex: async (ids) => {
    const entries = await Promise.all(ids.map((id) => desk.library.entry(id)));
    const texts = entries.flatMap((entry) => (entry === undefined ? [] : [toBibtex(entry.paper, entry)]));
    await navigator.clipboard.writeText(texts.join('\n'));
  },
  exchange: exchangeOf(desk.library, desk.corpus, surface.text),
  onOpen: (url, where) => void browser.tabs.create({ url, active: where === 'front' }).catch(report),
  datasets: desk.datasets,
  explorer: explorerOf({ corpus: desk.corpus, kept: keepEntries(desk.library) }),
  onRetryImport: desk.bringIn,
  onReload: () => location.reload(),
};

function panelOfAddress(): Panel {
  return PANELS.find((panel) => location.hash === `#${panel}`) ?? 'library';
}

async function measure() {
  const { usage } = await navigator.storage.estimate();
  change({ bytesUsed: usage ?? null });
}

change({});
document.title = surface.text('extension_name');
window.addEventListener('hashchange', () => change({ panel: panelOfAddress() }));
desk.onStatus((status) => {
  change({ status });
  void measure().catch(report);
});
desk.library.watch(
  () => desk.library.seenIds(),
  (ids) => (seen = ids),
  report,
);
watchSettings(surface.text, desk.library, (settings) => change({ settings }));
// In test builds alone: benches and soaks change the library itself, as all its surfaces do.
if (import.meta.env.MODE === 'e2e') Reflect.set(window, 'glossLibrary', desk.library);
