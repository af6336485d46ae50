import { afterEach, expect, test, vi } from 'vitest';
import { keepBadges } from '@/entrypoints/badge/keep-badges';
import { freshLibrary, idOf, paperOf } from '../library/fresh-library';

const TABS = [
  { id: 1, url: 'https://arxiv.org/abs/2210.02414v2' },
  { id: 2, url: 'https://arxiv.org/pdf/2210.02414' },
  { id: 3, url: 'https://arxiv.org/abs/2301.13442' },
  { id: 4, url: 'https://arxiv.org/list/cs.CL/new' },
  { id: 5 },
];
const badges = new Map<number, string>();
let stop: () => void = () => undefined;

/** A browser with five tabs, and a button in each. */
vi.mock('webextension-polyfill', () => ({
  default: {
    tabs: { query: async () => TABS },
    i18n: { getMessage: (key: string) => key },
    action: {
      getBadgeText: async ({ tabId }: { tabId: number }) => badges.get(tabId) ?? '',
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void badges.set(tabId, text),
      setTitle: async () => undefined,
      setBadgeBackgroundColor: async () => undefined,
    },
  },
}));

afterEach(() => {
  stop();
  badges.clear();
});

test('what is saved from a page of ours, removed and brought back shows at the button of each tab of it', async () => {
  const { library } = await freshLibrary();
  const problems: unknown[] = [];
  const shows = (on: readonly number[]) =>
    vi.waitFor(() => expect([...badges].filter(([, text]) => text !== '').map(([tab]) => tab)).toEqual(on));
  stop = keepBadges(library, (error) => problems.push(error));
  await vi.waitFor(() => expect([...badges.keys()]).toEqual([1, 2, 3]));
  await library.save(paperOf('2210.02414'));
  await shows([1, 2]);
  const undo = await library.unsave([idOf('2210.02414')]);
  await shows([]);
  await library.undo(undo);
  await shows([1, 2]);
  expect(problems).toEqual([]);
});

test('what could not be done is told of when a page of ours is opened, until something is saved or removed', async () => {
  const { library } = await freshLibrary();
  badges.set(3, '!');
  stop = keepBadges(library, (error) => expect.unreachable(String(error)));
  await vi.waitFor(() =>
    expect([...badges]).toEqual([
      [3, '!'],
      [1, ''],
      [2, ''],
    ]),
  );
  await library.save(paperOf('2301.13442'));
  await vi.waitFor(() => expect(badges.get(3)).toBe('✓'));
});
