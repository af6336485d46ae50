import { useState } from 'preact/hooks';
import { RemoveIcon } from '../icons';
import { useText } from '../text';
import { Brand } from './brand';

type Props = {
  /** Copies a report; false when it could not be copied. */
  onReport: () => Promise<boolean>;
  onClose: () => void;
};

/** One line at the foot of a page of arXiv's that we cannot read. */
export function ChangedNote({ onReport, onClose }: Props) {
  const text = useText();
  const [copied, setCopied] = useState<boolean | null>(null);
  const said = copied === null ? 'page_changed_report' : copied ? 'page_copied' : 'page_copy_failed';
  return (
    <section class="changed" aria-label={text('page_brand')}>
      <Brand />
      <span role="status">{text('page_changed')}</span>
      <button
        type="button"
        class="report"
        title={text('page_changed_report_hint')}
        onClick={() => void onReport().then(setCopied)}
      >
        <span role="status">{text(said)}</span>
      </button>
      <button
        type="button"
        aria-label={text('page_changed_close')}
        title={text('page_changed_close')}
        onClick={onClose}
      >
        <RemoveIcon />
      </button>
    </section>
  );
}
