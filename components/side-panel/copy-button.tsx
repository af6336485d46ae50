import { useState } from 'preact/hooks';
import { useText } from '../text';

/** Copies BibTeX, and says whether it did. */
export function CopyButton({ onCopy }: { onCopy: () => Promise<unknown> }) {
  const text = useText();
  const [said, setSaid] = useState('');
  const copy = () =>
    void onCopy().then(
      () => setSaid(text('page_copied')),
      () => setSaid(text('page_copy_failed')),
    );
  return (
    <p class="copy-line">
      <button type="button" class="button" onClick={copy}>
        {text('page_copy_bibtex')}
      </button>
      <span class="copy-said" role="status">
        {said}
      </span>
    </p>
  );
}
