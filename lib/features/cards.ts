import { buildCard } from '@/components/page/paper-card';
import { cardStyles } from '@/components/page/styles';
import type { PaperCard, Reference } from '@/lib/core/shown';
import { detectPage } from '@/lib/page/detect';
import type { Scope } from './feature';
import { shadowHost } from './shadow-host';

/** A pointer that only passes by is let pass. */
const RESTS = 250;
/** Between a link and its card a pointer is at neither. */
const CROSSES = 400;

/** What a link refers to, and what the page itself says of it. */
export type CardTarget = { quote: string; reference: Reference };

type Needs = Pick<Scope, 'document' | 'openRoots' | 'text' | 'signal' | 'call' | 'report'>;

/** Shows cards on the links that `targetOf` knows, for pointer and keyboard. Gives the element that holds them. */
export function showCards(scope: Needs, targetOf: (link: Element) => CardTarget | undefined): HTMLElement {
  const { document, text, signal, call, report } = scope;
  const { host, root } = shadowHost(scope, 'gloss-card', 'card', cardStyles);
  const view = buildCard(root, text);
  const known = new Map<string, Promise<PaperCard | null>>();
  /** Asked for again when a link is come to anew: it may be met by then. */
  const missed = new Set<string>();
  let link: Element | null = null;
  let aim: CardTarget | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const stay = (): void => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  const leave = (): void => {
    stay();
    clearTimeout(timer);
    link = null;
    for (const key of missed) known.delete(key);
    missed.clear();
    view.hide();
  };
  const show = async (at: Element, { quote, reference }: CardTarget): Promise<void> => {
    if (!host.isConnected) document.documentElement.append(host);
    if (quote !== '') view.show(quote, null, at.getBoundingClientRect());
    const key = JSON.stringify(reference);
    const asked =
      known.get(key) ??
      call('cards', { references: [reference], byTitle: true }).then(([card]) => card ?? null);
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    const card = await asked;
    if (!card) missed.add(key);
    if (card && link === at && !signal.aborted) view.show(quote, card, at.getBoundingClientRect());
  };
  const enter = ({ target, type }: Event): void => {
    const at = target instanceof Element ? target.closest('a[href]') : null;
    if (target === host || at === link) return stay();
    if (!at && type === 'pointerover' && view.link()) {
      leaving ??= setTimeout(leave, CROSSES);
      return;
    }
    leave();
    aim = at ? targetOf(at) : undefined;
    if (!at || !aim) return;
    const wanted = aim;
    link = at;
    timer = setTimeout(() => void show(at, wanted).catch(report), type === 'focusin' ? 0 : RESTS);
  };
  /** A link that is come to by keyboard is scrolled to: its card goes along as far as the link is in view. */
  const onScroll = (): void => {
    const { top = 0, bottom = -1 } = link?.getBoundingClientRect() ?? {};
    const isInView = bottom >= 0 && top < (document.defaultView?.innerHeight ?? 0);
    // The card is drawn anew: what has the focus would go with it.
    if (document.activeElement === host && link instanceof HTMLElement) link.focus({ preventScroll: true });
    else if (link && aim && isInView && link === document.activeElement) void show(link, aim).catch(report);
    else leave();
  };
  /** A card's link comes right after the link that the card is of, as if it stood there. */
  const onTab = (event: KeyboardEvent): void => {
    const isInside = document.activeElement === host;
    const next = event.shiftKey ? null : view.link();
    if (isInside && link instanceof HTMLElement) link.focus({ preventScroll: true });
    else if (!isInside && next && link === document.activeElement) next.focus({ preventScroll: true });
    else return;
    // From the end of the card the browser goes on by itself.
    if (!isInside || event.shiftKey) event.preventDefault();
  };
  const onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Tab') onTab(event);
    if (key === 'Escape') leave();
    if (key.length === 1) forget();
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== host) leave();
  };
  /** Whoever clicks, types or comes back may have saved something meanwhile. */
  const forget = (): void => known.clear();
  document.addEventListener('click', forget, { signal, capture: true });
  document.addEventListener('visibilitychange', forget, { signal });
  document.addEventListener('pointerover', enter, { signal, passive: true });
  document.addEventListener('focusin', enter, { signal });
  document.addEventListener('focusout', onFocusOut, { signal });
  document.addEventListener('scroll', onScroll, { signal, passive: true });
  document.addEventListener('keydown', onKey, { signal });
  signal.addEventListener('abort', () => (leave(), host.remove()), { once: true });
  return host;
}

/** The paper a link leads to; undefined where that is none, the page's own, or that of the link's own row. */
export function linkTarget(
  { document, page, rows }: Pick<Scope, 'document' | 'page' | 'rows'>,
  link: Element,
): CardTarget | undefined {
  const href = link.getAttribute('href') ?? '';
  if (!URL.canParse(href, document.URL)) return undefined;
  const leads = detectPage(new URL(href, document.URL));
  if (!('id' in leads) || ('id' in page && leads.id === page.id)) return undefined;
  if (rows?.places.some(({ id, first }) => id === leads.id && first.contains(link))) return undefined;
  return { quote: '', reference: { text: '', links: [`https://arxiv.org/abs/${leads.id}`] } };
}
