import { useState } from 'preact/hooks';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import type { Exchange, FileProblem, OpenedFile } from './exchange';
import { FilePreview } from './file-preview';
import { problemWords } from './problem-words';

type Props = {
  exchange: Exchange;
  acts: Acts;
  opened: OpenedFile | { problem: FileProblem } | null;
  onOpened: (opened: OpenedFile | { problem: FileProblem } | null) => void;
};

/** Reads a file, shows what would come of it, and brings it in when the reader says so. */
export function BringIn({ exchange, acts, opened, onOpened }: Props) {
  const text = useText();
  const [isReading, setIsReading] = useState(false);
  const read = (file: File) =>
    acts.attempt(async () => {
      setIsReading(true);
      onOpened(await exchange.open(file).finally(() => setIsReading(false)));
    });
  return (
    <section class="sheet-part">
      <h3 class="sheet-subtitle">{text('exchange_in')}</h3>
      <p>{text('exchange_in_hint')}</p>
      <label class="exchange-file">
        <span class="visually-hidden">{text('exchange_choose_file')}</span>
        <input
          type="file"
          accept=".bib,.ris,.json,.txt,.csv,.md"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) read(file);
            // The same file may be chosen again once it was mended.
            currentTarget.value = '';
          }}
        />
      </label>
      <div role="status">
        {isReading && <p>{text('exchange_reading')}</p>}
        {opened && 'problem' in opened && (
          <p class="exchange-refused">
            <bdi>{problemWords(text, opened.problem)}</bdi>
          </p>
        )}
      </div>
      {opened && !('problem' in opened) && (
        <FilePreview file={opened} acts={acts} onDone={() => onOpened(null)} />
      )}
    </section>
  );
}
