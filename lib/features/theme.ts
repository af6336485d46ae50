/** HTML papers have a dark mode, which they say on their root element: ours follows. */
export function followTheme(document: Document, host: HTMLElement, signal: AbortSignal): void {
  const root = document.documentElement;
  const follow = (): void => {
    host.dataset['theme'] = root.dataset['theme'] ?? 'light';
  };
  const observer = new MutationObserver(follow);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  follow();
}
