import { useEffect, useState } from 'preact/hooks';
import type { ListRow, Reader } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { Backup } from './backup';
import { BringIn } from './bring-in';
import type { Exchange, FileProblem, OpenedFile } from './exchange';
import { TakeOut } from './take-out';

type Props = { exchange: Exchange; reader: Reader; acts: Acts };

/** Files: the library taken out, works brought in, the backup. */
export function ExchangePanel({ exchange, reader, acts }: Props) {
  const text = useText();
  const [lists, setLists] = useState<readonly ListRow[]>([]);
  const [opened, setOpened] = useState<OpenedFile | { problem: FileProblem } | null>(null);
  useEffect(() => reader.lists(setLists, () => setLists([])), [reader]);
  return (
    <div class="sheet exchange">
      <h2 class="sheet-title">{text('exchange_title')}</h2>
      <Backup exchange={exchange} acts={acts} onOpened={setOpened} />
      <BringIn exchange={exchange} acts={acts} opened={opened} onOpened={setOpened} />
      <TakeOut exchange={exchange} lists={lists} acts={acts} />
    </div>
  );
}
