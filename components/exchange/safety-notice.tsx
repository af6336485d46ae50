import { useEffect, useState } from 'preact/hooks';
import { countText, momentText } from '../format';
import type { Reader } from '../shown';
import { useText } from '../text';
import type { Exchange } from './exchange';

type Props = { exchange: Exchange; reader: Reader };

type Danger = { kind: 'lost'; works: number; at: number } | { kind: 'no-backup' };

/** A library smaller than this is soon made again. */
const WORTH_A_BACKUP = 20;
const REMIND_AFTER_MS = 30 * 24 * 60 * 60 * 1000;

/** Over the library: that it is gone while a snapshot is kept, or that no backup was saved for long. */
export function SafetyNotice({ exchange, reader }: Props) {
  const text = useText();
  const [danger, setDanger] = useState<Danger | null>(null);
  useEffect(
    () =>
      reader.savedCount(
        (saved) => void dangerOf(exchange, saved).then(setDanger, () => setDanger(null)),
        () => setDanger(null),
      ),
    [exchange, reader],
  );
  if (danger === null) return null;
  const isLost = danger.kind === 'lost';
  return (
    <section class="notice">
      <h2 class="notice-title">{text(isLost ? 'exchange_lost' : 'exchange_remind')}</h2>
      <p>
        {isLost
          ? text('exchange_lost_todo', { count: countText(danger.works), day: momentText(danger.at) })
          : text('exchange_remind_todo')}
      </p>
      <a class="button" href="#exchange">
        {text('exchange_lost_open')}
      </a>
    </section>
  );
}

async function dangerOf(exchange: Exchange, saved: number): Promise<Danger | null> {
  const { snapshot, lastBackup } = await exchange.kept();
  if (saved === 0 && snapshot && snapshot.works > 0) return { kind: 'lost', ...snapshot };
  // Only once there was time to: a snapshot is of a library that is some hours old.
  const isOld = lastBackup === null ? snapshot !== null : Date.now() - lastBackup > REMIND_AFTER_MS;
  return saved >= WORTH_A_BACKUP && isOld ? { kind: 'no-backup' } : null;
}
