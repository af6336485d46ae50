import type { FolderProblem, FolderState } from '@/lib/core/backup-folder';
import { countText, momentText } from '../format';
import type { Text } from '../make-text';
import { useText } from '../text';
import type { FolderActs } from './exchange';

type Props = {
  folder: FolderState;
  acts: FolderActs;
  onAct: (does: () => Promise<unknown>) => void;
};

/** Backups that go into a folder of the reader's by themselves, or why they cannot. */
export function BackupFolder({ folder, acts, onAct }: Props) {
  const text = useText();
  const button = (words: string, does: () => Promise<unknown>, look = 'button-text') => (
    <button type="button" class={look} onClick={() => onAct(does)}>
      {words}
    </button>
  );
  if (folder.state === 'absent') return <p>{text('folder_absent')}</p>;
  if (folder.state === 'none') {
    return (
      <div class="backup-folder">
        <p>{text('folder_hint')}</p>
        <div class="exchange-row">{button(text('folder_choose'), acts.choose, 'button')}</div>
      </div>
    );
  }
  const { problem } = folder;
  return (
    <div class="backup-folder">
      <p>
        {text('folder_into')} <bdi class="backup-folder-name">{folder.name}</bdi>
      </p>
      <p role="status">
        {lastText(text, folder)} {problem !== null && <strong>{folderProblemText(text, problem)}</strong>}
      </p>
      <div class="exchange-row">
        {problem === 'permission'
          ? button(text('folder_allow'), acts.allow, 'button')
          : button(text('folder_save'), acts.save, 'button')}
        {button(text('folder_other'), acts.choose)}
        {button(text('folder_stop'), acts.forget)}
      </div>
    </div>
  );
}

function lastText(text: Text, { last }: Extract<FolderState, { state: 'chosen' }>): string {
  if (last === null) return text('folder_empty');
  const said = text('folder_last', { count: countText(last.works), day: momentText(last.at) });
  return last.checked > last.at ? `${said} ${text('folder_unchanged')}` : said;
}

/** Why nothing goes into the folder, and what helps. */
export function folderProblemText(text: Text, problem: FolderProblem): string {
  switch (problem) {
    case 'permission':
      return text('folder_permission');
    case 'missing':
      return text('folder_missing');
    case 'full':
      return text('folder_full');
    case 'failed':
      return text('folder_failed');
  }
}
