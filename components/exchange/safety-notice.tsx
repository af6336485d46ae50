import { useEffect, useState } from 'preact/hooks';
import type { FolderProblem } from '@/lib/core/backup-folder';
import type { Advice } from '../dataset/dataset-words';
import { countText, momentText } from '../format';
import type { Text } from '../make-text';
import type { Reader } from '../shown';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { folderProblemText } from './backup-folder';
import type { Exchange } from './exchange';

type Props = { exchange: Exchange; reader: Reader; acts: Acts };

type Danger =
  | { kind: 'lost'; works: number; at: number }
  | { kind: 'folder'; problem: FolderProblem }
  | { kind: 'no-backup' };

/** A library smaller than this is soon made again. */
const WORTH_A_BACKUP = 20;

type Size = 'empty' | 'small' | 'worth-a-backup';

function sizeOf(saved: number): Size {
  if (saved === 0) return 'empty';
  return saved < WORTH_A_BACKUP ? 'small' : 'worth-a-backup';
}

const DAY_MS = 24 * 60 * 60 * 1000;
const REMIND_AFTER_MS = 30 * DAY_MS;

/** Over the library: that it is gone while a snapshot is kept, or that no backup was or can be saved for long. */
export function SafetyNotice({ exchange, reader, acts }: Props) {
  const text = useText();
  const [danger, setDanger] = useState<Danger | null>(null);
  const [allowed, setAllowed] = useState(0);
  useEffect(() => {
    // Asked when that may change the answer, and not at each save: all that is kept is read for it.
    // What was lost may have been brought back, though.
    let asked: Size | null = null;
    let isLost = false;
    return reader.savedCount(
      (saved) => {
        const size = sizeOf(saved);
        if (size === asked && !isLost) return;
        asked = size;
        dangerOf(exchange, size).then(
          (next) => {
            if (size !== asked) return;
            isLost = next?.kind === 'lost';
            setDanger(next);
          },
          (error: unknown) => console.warn('[gloss] safety', error),
        );
      },
      () => setDanger(null),
    );
  }, [exchange, reader, allowed]);
  if (danger === null) return null;
  const { what, todo } = adviceOf(text, danger);
  const allow = () =>
    acts.attempt(() => exchange.folder.allow().finally(() => setAllowed((count) => count + 1)));
  return (
    <section class="notice">
      <h2 class="notice-title">{what}</h2>
      <p>{todo}</p>
      {danger.kind === 'folder' && danger.problem === 'permission' && (
        <button type="button" class="button" onClick={allow}>
          {text('folder_allow')}
        </button>
      )}
      <a class="button" href="#exchange">
        {text('exchange_lost_open')}
      </a>
    </section>
  );
}

function adviceOf(text: Text, danger: Danger): Advice {
  switch (danger.kind) {
    case 'lost': {
      const { works, at } = danger;
      const todo = text('exchange_lost_todo', { count: countText(works), day: momentText(at) });
      return { what: text('exchange_lost'), todo };
    }
    case 'folder':
      return { what: text('folder_waits'), todo: folderProblemText(text, danger.problem) };
    case 'no-backup':
      return { what: text('exchange_remind'), todo: text('exchange_remind_todo') };
  }
}

async function dangerOf(exchange: Exchange, size: Size): Promise<Danger | null> {
  const { snapshot, lastBackup, folder } = await exchange.kept();
  if (snapshot?.isMissed) return { kind: 'lost', ...snapshot };
  if (folder.state === 'chosen') {
    const { problem, last } = folder;
    const isOld = last === null || Math.abs(Date.now() - last.checked) > DAY_MS;
    return problem !== null && isOld && size !== 'empty' ? { kind: 'folder', problem } : null;
  }
  // Only once there was time to: a snapshot is of a library that is some hours old.
  // A clock set back makes the last one old too, or it would be long until the next reminder.
  const isOld = lastBackup === null ? snapshot !== null : Math.abs(Date.now() - lastBackup) > REMIND_AFTER_MS;
  return size === 'worth-a-backup' && isOld ? { kind: 'no-backup' } : null;
}
