import { useState } from 'preact/hooks';
import type { FactItem } from '@/lib/core/shown';
import { useText } from '../text';

type Props = { item: FactItem; onWrong: (item: FactItem) => Promise<boolean> };

/** Copies a report of the chosen fact, and says whether it has. */
export function WrongButton({ item, onWrong }: Props) {
  const text = useText();
  const [copied, setCopied] = useState<boolean | null>(null);
  const said = copied === null ? 'page_wrong' : copied ? 'page_copied' : 'page_copy_failed';
  return (
    <button
      type="button"
      class="wrong"
      title={text('page_wrong_hint')}
      onClick={() => void onWrong(item).then(setCopied)}
    >
      <span role="status">{text(said)}</span>
    </button>
  );
}
