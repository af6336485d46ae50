import browser from 'webextension-polyfill';
import { SidePanel, type SidePanelProps } from '@/components/side-panel/side-panel';
import { toBibtex } from '@/lib/exchange/bibtex';
import { extractStated } from '@/lib/extract';
import { factReport } from '@/lib/features/fact-report';
import { ARXIV_ACCESS } from '../own-pages/access';
import { openDesk } from '../own-pages/desk';
import { report } from '../own-pages/report';
import { openSurface } from '../own-pages/surface';
import { paperOfTab } from '../own-pages/tab-paper';
import { followTab } from './follow-tab';

const RELATED = 12;

type Changing = Pick<SidePanelProps, 'status' | 'paper' | 'hasAccess'>;

const surface = openSurface();
const desk = openDesk(surface.text);
let changing: Changing = { status: null, paper: undefined, hasAccess: true };

function change(part: Partial<Changing>) {
  changing = { ...changing, ...part };
  surface.draw(<SidePanel {...steady} {...changing} />);
}

const steady: Omit<SidePanelProps, keyof Changing> = {
  reader: desk.reader,
  factsOf: extractStated,
  relatedTo: (paper) => desk.corpus.related(paper, RELATED),
  onCopyBibtex: async (paper) => {
    // Cited by the key its reader's documents know it by.
    const entry = await desk.library.entry(paper.id);
    await navigator.clipboard.writeText(toBibtex(paper, entry ?? null));
  },
  onWrong: (paper, item) =>
    navigator.clipboard.writeText(factReport(paper, item, browser.runtime.getManifest().version)).then(
      () => true,
      () => false,
    ),
  onOpen: (url, where) => void browser.tabs.create({ url, active: where === 'front' }).catch(report),
  onRetryImport: desk.bringIn,
  onReload: () => location.reload(),
  onAskAccess: () =>
    void browser.permissions.request(ARXIV_ACCESS).then((hasAccess) => change({ hasAccess }), report),
};

change({});
document.title = surface.text('extension_name');
desk.onStatus((status) => change({ status }));
void browser.permissions.contains(ARXIV_ACCESS).then((hasAccess) => change({ hasAccess }), report);

let forget = () => undefined as void;
followTab((tab) => {
  forget();
  // Watched, for more is known of a paper once its page was read, or when it is saved.
  forget = desk.library.watch(
    () => paperOfTab(tab, desk),
    (paper) => change({ paper }),
    () => change({ paper: null }),
  );
});
