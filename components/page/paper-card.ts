import type { PaperCard } from '@/lib/core/shown';
import { clipped } from '../format';
import type { Text } from '../make-text';

export type CardView = {
  /** `quote` is what the page itself says; `card` what is known here. */
  show: (quote: string, card: PaperCard | null, at: DOMRect) => void;
  /** Where the shown card leads to, if anywhere. */
  link: () => HTMLElement | null;
  hide: () => void;
};

const MARGIN = 8;
const LONGEST = 60;

/** A card beside a link. Plain nodes: it is on every page, and seldom drawn. */
export function buildCard(root: ShadowRoot, text: Text): CardView {
  const document = root.ownerDocument;
  const box = document.createElement('div');
  box.className = 'card';
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  root.append(box);
  const line = (className: string, words: string): HTMLElement => {
    const part = document.createElement('div');
    part.className = className;
    if (words !== '') box.append(part);
    return part;
  };
  /** Not text, which the page could search for: it tells what was met and saved here. */
  const says = (className: string, words: string): void => {
    line(className, words).dataset['says'] = words;
  };
  const leadTo = (address: string): void => {
    const link = document.createElement('a');
    link.href = address;
    link.rel = 'noopener noreferrer';
    link.dataset['says'] = clipped(address.replace(/^https?:\/\/(www\.)?/, ''), LONGEST);
    link.setAttribute('aria-label', address);
    line('code', ' ').replaceChildren(link);
  };
  return {
    link: () => (box.hidden ? null : box.querySelector('a')),
    show: (quote, card, at) => {
      box.replaceChildren();
      // What has a link in it is no mere tip.
      box.setAttribute('role', card?.code ? 'group' : 'tooltip');
      line('quote', quote).textContent = quote;
      if (card) {
        const { title, byline, facts, code, saved } = card;
        says('title', title);
        says('about', [byline, ...facts, saved && text('page_saved')].filter(Boolean).join(' · '));
        if (code !== null) leadTo(code);
      }
      says('brand', text('page_brand'));
      box.hidden = false;
      const { innerWidth, innerHeight } = document.defaultView ?? { innerWidth: 0, innerHeight: 0 };
      const isBelow = at.bottom + box.offsetHeight + MARGIN < innerHeight;
      const left = Math.max(MARGIN, Math.min(at.left, innerWidth - box.offsetWidth - MARGIN));
      const top = isBelow ? at.bottom + MARGIN : at.top - box.offsetHeight - MARGIN;
      box.style.transform = `translate(${left}px, ${Math.max(MARGIN, top)}px)`;
    },
    hide: () => {
      box.hidden = true;
    },
  };
}
