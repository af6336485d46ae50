import type { ButtonHTMLAttributes } from 'preact';

/**
 * Words of the reader's on a page of arXiv. Drawn by the style sheet: `window.find` finds text in closed
 * roots too, and so would tell the page's scripts what the reader saved, read and watches.
 */
export function Unfound({ words }: { words: string }) {
  return <span data-says={words} />;
}

/** A button that is labelled so. */
export function UnfoundButton({ words, ...others }: ButtonHTMLAttributes & { words: string }) {
  return (
    <button type="button" aria-label={words} {...others}>
      <Unfound words={words} />
    </button>
  );
}
