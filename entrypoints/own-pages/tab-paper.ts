import type { Paper } from '@/lib/core/paper';
import type { Corpus } from '@/lib/corpus';
import type { Library } from '@/lib/library';
import { detectPage } from '@/lib/page/detect';
import { mergePaper } from '@/lib/core/merge-paper';
import { paperOfSummary } from '@/lib/core/paper';

type Known = { corpus: Pick<Corpus, 'met' | 'summaries'>; library: Pick<Library, 'entry'> };
type Tab = { url?: string | undefined; title?: string | undefined };

/**
 * The paper of a tab: an abs, pdf or HTML page. The saved copy tells most of it, then what its page
 * showed, then the dataset, then the tab's title. Null where the tab shows none.
 */
export async function paperOfTab(
  { url, title = '' }: Tab,
  { corpus, library }: Known,
): Promise<Paper | null> {
  if (url === undefined || !URL.canParse(url)) return null;
  const page = detectPage(new URL(url));
  if (page.kind !== 'abs' && page.kind !== 'html' && page.kind !== 'pdf') return null;
  // A database that cannot be read still leaves the title.
  const [entry, met, [summary]] = await Promise.all([
    library.entry(page.id).catch(() => undefined),
    corpus.met(page.id).catch(() => undefined),
    corpus.summaries([page.id]).catch(() => []),
  ]);
  if (entry !== undefined) return met === undefined ? entry.paper : mergePaper(met, entry.paper);
  if (met !== undefined) return met;
  const unknown = { id: page.id, authors: [], authorCount: 0, categories: [], year: 0 };
  return paperOfSummary(summary ?? { ...unknown, title: titleOf(title, page.id) });
}

/** `[2301.13442] Scaling laws` names the paper; the title of a PDF's tab is mostly its file or nothing. */
function titleOf(tabTitle: string, id: string): string {
  const bare = tabTitle.replace(/^\[[^\]]*\]\s*/, '').trim();
  const isFile = bare === '' || bare.includes(id) || /\.pdf$|^https?:|^arxiv\.org/i.test(bare);
  return isFile ? `arXiv:${id}` : bare;
}
