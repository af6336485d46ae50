/** Puts a style into the page itself, for what cannot be done inside a shadow root; undone on abort. */
export function addPageStyle(document: Document, css: string, signal: AbortSignal): void {
  if (signal.aborted) return;
  const style = document.createElement('style');
  style.dataset['gloss'] = 'style';
  style.textContent = css;
  (document.head ?? document.documentElement).append(style);
  signal.addEventListener('abort', () => style.remove(), { once: true });
}
