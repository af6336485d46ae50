import browser, { type Menus } from 'webextension-polyfill';
import { clipped } from '@/components/format';
import type { Text } from '@/components/make-text';
import { ARXIV_MATCHES } from '@/lib/core/hosts';
import type { PaperId } from '@/lib/core/paper-id';
import type { ListId } from '@/lib/core/reading';
import { LibraryError, type Library, type ListSummary } from '@/lib/library';
import { detectPage } from '@/lib/page/detect';

const MOST_LISTS = 20;
const LONGEST_NAME = 40;
const SAVE_TO = 'save-to:';

type Item = Menus.CreateCreatePropertiesType;

type Needs = {
  library: Pick<Library, 'lists'>;
  text: Text;
  /** Saves into a list; without one, or where it is gone, as the page's own button does. */
  save: (id: PaperId, list?: ListId) => Promise<void>;
  copy: (id: PaperId, format: 'bibtex' | 'markdown', tab: number) => Promise<void>;
  copiesAnywhere: boolean;
  /** Told of what the reader chose in a tab and what could not be done. */
  failed: (error: unknown, tab: number) => void;
  report: (error: unknown) => void;
};

/**
 * What the menu of a link to a paper offers, on whichever page the link stands: the browser tells where it leads without
 * any permission. `copiesAnywhere`: no page is needed to copy, else only arXiv's have a script of ours.
 */
export function menuItems(lists: readonly ListSummary[], text: Text, copiesAnywhere: boolean): Item[] {
  const shared = {
    contexts: ['link' as const],
    targetUrlPatterns: ['abs', 'pdf', 'html'].flatMap((kind) =>
      ARXIV_MATCHES.map((match) => match.replace('*', `${kind}/*`)),
    ),
  };
  const parent = { ...shared, parentId: 'gloss' };
  const copying = copiesAnywhere ? parent : { ...parent, documentUrlPatterns: ARXIV_MATCHES };
  return [
    { ...shared, id: 'gloss', title: text('extension_name') },
    { ...parent, id: 'save', title: text('menu_save') },
    ...lists.slice(0, MOST_LISTS).map(({ id, name }) => ({
      ...parent,
      id: `${SAVE_TO}${id}`,
      // A menu reads `&` as the mark of a key.
      title: text('menu_save_to', { list: clipped(name, LONGEST_NAME).replaceAll('&', '&&') }),
    })),
    { ...copying, id: 'bibtex', title: text('menu_copy_bibtex') },
    { ...copying, id: 'markdown', title: text('menu_copy_markdown') },
  ];
}

/** What was chosen, for which paper; undefined where the link leads to none. */
export function choiceOf(item: string, link: string | undefined) {
  const page =
    link !== undefined && URL.canParse(link) ? detectPage(new URL(link)) : { kind: 'other' as const };
  if (page.kind !== 'abs' && page.kind !== 'pdf' && page.kind !== 'html') return undefined;
  const { id } = page;
  if (item === 'bibtex' || item === 'markdown') return { id, copy: item } as const;
  if (item === 'save') return { id, list: undefined } as const;
  // We named it after a list; whether that is still there, saving will say.
  return item.startsWith(SAVE_TO) ? ({ id, list: item.slice(SAVE_TO.length) as ListId } as const) : undefined;
}

/** Keeps the menu in step with the reader's lists. */
export function serveMenus({ library, text, save, copy, copiesAnywhere, failed, report }: Needs): {
  refresh: () => void;
} {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
    const choice = choiceOf(String(menuItemId), linkUrl);
    if (!choice) return;
    const at = tab?.id ?? -1;
    const done = 'copy' in choice ? copy(choice.id, choice.copy, at) : save(choice.id, choice.list);
    done.catch((error: unknown) => failed(error, at));
  });
  let building: Promise<void> = Promise.resolve();
  const build = async (): Promise<void> => {
    const lists = await library.lists().catch(() => []);
    await browser.contextMenus.removeAll();
    for (const item of menuItems(lists, text, copiesAnywhere)) browser.contextMenus.create(item);
  };
  return {
    refresh: () => {
      building = building.then(build).catch(report);
    },
  };
}

export const isListGone = (error: unknown): boolean =>
  error instanceof LibraryError && error.code === 'no-list';
