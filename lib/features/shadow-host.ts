import type { Scope } from './feature';

/** An element of ours with a closed root, which no script of the page can look into; not in the page yet. */
export function shadowHost(
  { document, openRoots }: Pick<Scope, 'document' | 'openRoots'>,
  tag: `gloss-${string}`,
  name: string,
  styles: string,
): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(tag);
  host.dataset['gloss'] = name;
  const root = host.attachShadow({ mode: openRoots ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = styles;
  root.append(style);
  return { host, root };
}
