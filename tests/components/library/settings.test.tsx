// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import type { SettingsProps } from '@/components/library/settings-panel';
import { click, english, named, one, settled, type } from '../surface';
import { choose, openPage } from './opened-library';

const SETTINGS: SettingsProps = {
  switches: [],
  watches: [{ kind: 'author', text: 'Bing Qin' }],
  historyDays: null,
  theme: 'system',
  shortcuts: [{ name: 'Save', keys: 'Alt+Shift+L' }],
  onSwitch: vi.fn(async () => undefined),
  onWatches: vi.fn(async () => undefined),
  onRemoveWatch: vi.fn(async () => async () => true),
  onHistoryDays: vi.fn(async () => undefined),
  onTheme: vi.fn(async () => undefined),
  onForget: vi.fn(async () => undefined),
  onChangeShortcuts: vi.fn(),
};

test('a switch is turned by its name, and says what it does', async () => {
  const hint = 'The line under an abstract.';
  const switches = [{ id: 'stated-facts', group: 'pages' as const, name: 'Stated facts', hint, on: true }];
  const root = await openPage({ panel: 'settings', settings: { ...SETTINGS, switches } });
  const box = one<HTMLInputElement>(root, '#switch-stated-facts');
  expect(one(root, `#${box.getAttribute('aria-describedby')}`).textContent).toBe(hint);
  await click(box);
  expect(SETTINGS.onSwitch).toHaveBeenCalledWith('stated-facts', false);
});

test('watches are added, each once, and removed', async () => {
  const root = await openPage({ panel: 'settings', settings: SETTINGS });
  await type(named(root, english('watch_words')), 'bing qin');
  one<HTMLFormElement>(root, '.watch-new').requestSubmit();
  await settled();
  expect(SETTINGS.onWatches).not.toHaveBeenCalled();
  await choose(named(root, english('watch_kind')), 'category');
  await type(named(root, english('watch_words')), ' hep-th ');
  one<HTMLFormElement>(root, '.watch-new').requestSubmit();
  await settled();
  expect(SETTINGS.onWatches).toHaveBeenCalledWith([
    ...SETTINGS.watches,
    { kind: 'category', text: 'hep-th' },
  ]);
  await click(named(root, english('watch_remove', { watch: 'Bing Qin' })));
  expect(SETTINGS.onRemoveWatch).toHaveBeenCalledWith({ kind: 'author', text: 'Bing Qin' });
  expect(one(root, '.notice-words').textContent).toBe(english('watch_removed', { watch: 'Bing Qin' }));
  await click(named(root, english('library_undo')));
});

test('forgetting visits is asked twice, and said', async () => {
  const root = await openPage({ panel: 'settings', settings: SETTINGS });
  await click(named(root, english('history_forget_all')));
  expect(SETTINGS.onForget).not.toHaveBeenCalled();
  await click(named(root, english('library_cancel')));
  await click(named(root, english('history_forget_today')));
  await click(named(root, english('history_forget_today')));
  expect(SETTINGS.onForget).toHaveBeenCalledExactlyOnceWith('today');
  expect(one(root, '.history-said').textContent).toBe(english('history_forgotten'));
});
