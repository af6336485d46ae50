/**
 * Takes away what an earlier instance left that an update took the ground from under. What it put around
 * arXiv's own words goes without them, and rows it hid are shown again.
 */
export function clearLeftovers(document: Document): void {
  for (const wrapped of document.querySelectorAll('.gloss-short')) {
    const { parentNode } = wrapped;
    wrapped.replaceWith(...wrapped.childNodes);
    parentNode?.normalize();
  }
  for (const hidden of document.querySelectorAll('.gloss-hidden')) hidden.classList.remove('gloss-hidden');
  for (const leftover of document.querySelectorAll('[data-gloss]')) leftover.remove();
}
