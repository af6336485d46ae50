// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { NoticeBar } from '@/components/notice-bar';
import { useNotice } from '@/components/use-notice';
import { draw, settled } from './surface';

/** A change whose undoing ends when it is told to. */
function slowUndo() {
  let end: (isBack: boolean) => void = () => undefined;
  const undone = new Promise<boolean>((resolve) => (end = resolve));
  const state = { asked: 0 };
  const undo = () => {
    state.asked += 1;
    return undone;
  };
  return { state, undo, end: (isBack: boolean) => end(isBack) };
}

function Surface({ undo }: { undo: () => Promise<boolean> }) {
  const { notice, acts, dismiss } = useNotice();
  return (
    <>
      <button type="button" onClick={() => acts.undoable('2 papers brought in', async () => undo)}>
        act
      </button>
      <NoticeBar notice={notice} onDismiss={dismiss} onUndo={acts.takeBack} />
    </>
  );
}

async function press(root: HTMLElement, label: string): Promise<void> {
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  button?.click();
  await settled();
}

test('what was done is said until it is taken back, and asked to be taken back once', async () => {
  const { state, undo, end } = slowUndo();
  const root = await draw(<Surface undo={undo} />);
  await press(root, 'act');
  await press(root, 'Undo');
  await press(root, 'Undo');
  expect(root.textContent).toContain('2 papers brought in');
  expect(state.asked).toBe(1);
  end(true);
  await settled();
  expect(root.textContent).not.toContain('2 papers brought in');
});

test('what could not be taken back is said to have failed', async () => {
  const { undo, end } = slowUndo();
  const root = await draw(<Surface undo={undo} />);
  await press(root, 'act');
  await press(root, 'Undo');
  end(false);
  await settled();
  expect(root.querySelector('.notice-words')?.textContent).not.toBe('2 papers brought in');
  expect(root.querySelector('.notice-bar')).not.toBeNull();
});
