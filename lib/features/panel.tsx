import { render, type ComponentChild } from 'preact';
import { panelStyles } from '@/components/page/styles';
import { TextProvider } from '@/components/text';
import type { Scope } from './feature';
import { ownTyping } from './keep-typing';
import { shadowHost } from './shadow-host';

/** What a feature shows in one place of a page. */
export type Panel = { draw: (content: ComponentChild) => void };

/**
 * Puts an empty panel in the page: a closed shadow root under one element, which no page script can
 * look into. There is one of each name; it goes away on abort.
 */
export function addPanel(
  { document, text, openRoots, signal }: Pick<Scope, 'document' | 'text' | 'openRoots' | 'signal'>,
  name: string,
  place: (host: HTMLElement) => void,
  styles = '',
): Panel {
  document.querySelector(`gloss-panel[data-gloss="${name}"]`)?.remove();
  const { host, root } = shadowHost({ document, openRoots }, 'gloss-panel', name, panelStyles + styles);
  const body = document.createElement('div');
  body.className = 'panel';
  root.append(body);
  ownTyping(host, root);
  place(host);
  const remove = (): void => {
    render(null, body);
    host.remove();
  };
  if (signal.aborted) remove();
  else signal.addEventListener('abort', remove, { once: true });
  return {
    draw: (content) => {
      if (!signal.aborted) render(<TextProvider value={text}>{content}</TextProvider>, body);
    },
  };
}
