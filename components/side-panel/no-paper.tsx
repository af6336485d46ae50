import { PaperLine } from '../paper-line';
import { addressOf, type Reader, type SavedPaper, summaryOf, type Where } from '../shown';
import { useText } from '../text';
import { useWatched } from '../use-watched';

const SHOWN = 12;

type Props = { reader: Reader; onOpen: (address: string, where: Where) => void };

/** What the panel is for, and what waits to be read. */
export function NoPaper({ reader, onOpen }: Props) {
  const text = useText();
  const entries = useWatched('recent', reader.recent(SHOWN)).value;
  if (entries === undefined) return null;
  const waiting = entries.filter(({ status }) => status === 'to-read');
  return (
    <>
      <p class="teach">{text('side_teach')}</p>
      {waiting.length > 0 && (
        <section class="waiting" aria-label={text('status_to_read')}>
          <h2 class="label">{text('status_to_read')}</h2>
          <ul>
            {waiting.map((entry) => (
              <WaitingRow key={entry.paper.id} entry={entry} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function WaitingRow({ entry: { paper }, onOpen }: { entry: SavedPaper; onOpen: Props['onOpen'] }) {
  const address = addressOf(paper);
  return (
    <li class="related-row">
      <a
        class="related-open"
        href={address}
        onClick={(event) => {
          event.preventDefault();
          onOpen(address, event.ctrlKey || event.metaKey ? 'behind' : 'front');
        }}
      >
        <PaperLine paper={summaryOf(paper)} />
      </a>
    </li>
  );
}
