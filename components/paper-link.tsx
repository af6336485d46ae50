import type { ComponentChildren } from 'preact';
import type { PaperSummary } from '@/lib/core/paper';
import { PaperLine } from './paper-line';
import { addressOf, type Finding, type Where } from './shown';

type Props = {
  paper: PaperSummary;
  matched?: Finding['matched'];
  class: string;
  onOpen: (address: string, where: Where) => void;
  /** What else the link says. */
  children?: ComponentChildren;
};

/** A paper's line, which opens it on arXiv: in the background with Ctrl or Command. */
export function PaperLink({ paper, matched, class: className, onOpen, children }: Props) {
  const address = addressOf(paper);
  return (
    <a
      class={className}
      href={address}
      onClick={(event) => {
        event.preventDefault();
        onOpen(address, event.ctrlKey || event.metaKey ? 'behind' : 'front');
      }}
    >
      {matched ? <PaperLine paper={paper} matched={matched} /> : <PaperLine paper={paper} />}
      {children}
    </a>
  );
}
