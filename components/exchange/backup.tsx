import { useEffect, useState } from 'preact/hooks';
import { countText, momentText } from '../format';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import type { Exchange, FileProblem, Kept, OpenedFile } from './exchange';
import { BackupFolder } from './backup-folder';
import { SetAsideRow } from './set-aside-row';

type Props = {
  exchange: Exchange;
  acts: Acts;
  onOpened: (opened: OpenedFile | { problem: FileProblem }) => void;
};

/** One file with everything, when it was last saved, and the snapshot that is kept apart. */
export function Backup({ exchange, acts, onOpened }: Props) {
  const text = useText();
  const [withHistory, setWithHistory] = useState(false);
  const [saves, setSaves] = useState(0);
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => acts.attempt(async () => setKept(await exchange.kept())), [saves, exchange, acts]);
  const act = (does: () => Promise<unknown>) =>
    acts.attempt(() => does().finally(() => setSaves((count) => count + 1)));
  return (
    <section class="sheet-part">
      <h3 class="sheet-subtitle">{text('exchange_backup')}</h3>
      <p>{text('exchange_backup_hint')}</p>
      <div class="exchange-row">
        <button type="button" class="button" onClick={() => act(() => exchange.backup(withHistory))}>
          {text('exchange_backup_save')}
        </button>
        <label class="exchange-check">
          <input
            type="checkbox"
            checked={withHistory}
            onChange={(event) => setWithHistory(event.currentTarget.checked)}
          />
          {text('exchange_with_history')}
        </label>
      </div>
      {kept && (
        <p>
          {kept.lastBackup === null
            ? text('exchange_backup_never')
            : text('exchange_backup_last', { day: momentText(kept.lastBackup) })}
        </p>
      )}
      {kept && <BackupFolder folder={kept.folder} acts={exchange.folder} onAct={act} />}
      {kept?.snapshot && (
        <div class="exchange-row">
          <span>
            {text('exchange_snapshot', {
              count: countText(kept.snapshot.works),
              day: momentText(kept.snapshot.at),
            })}
          </span>
          <button
            type="button"
            class="button-text"
            onClick={() => acts.attempt(async () => onOpened(await exchange.openSnapshot()))}
          >
            {text('exchange_snapshot_open')}
          </button>
        </div>
      )}
      {kept?.setAside && (
        <SetAsideRow
          key={kept.setAside.at}
          aside={kept.setAside}
          onOpen={() => acts.attempt(async () => onOpened(await exchange.openSetAside()))}
          onRemove={(at) => act(() => exchange.removeSetAside(at))}
        />
      )}
      <p>{text('library_privacy_uninstall')}</p>
    </section>
  );
}
