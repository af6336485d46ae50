// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { noteDraftsIn } from '@/entrypoints/own-pages/note-drafts';
import { idOf } from '../library/fresh-library';

const X = idOf('hep-th/9711200');
const Y = idOf('2210.02414');

beforeEach(() => localStorage.clear());

test('what is being written is there for the next window, until it is stored', () => {
  noteDraftsIn(() => localStorage).keep(X, { text: 'Two\nlines, "quoted" ', base: 12 });
  expect(noteDraftsIn(() => localStorage).read(X)).toEqual({ text: 'Two\nlines, "quoted" ', base: 12 });
  expect(noteDraftsIn(() => localStorage).read(Y)).toBeNull();
  noteDraftsIn(() => localStorage).forget(X);
  expect(noteDraftsIn(() => localStorage).read(X)).toBeNull();
});

test('what is no draft of ours is none', () => {
  localStorage.setItem(`note ${X}`, '{"text":1}');
  expect(noteDraftsIn(() => localStorage).read(X)).toBeNull();
});

test('a full storage does not stop the writing', () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  };
  noteDraftsIn(() => full).keep(X, { text: 'a', base: 0 });
  expect(warned).toHaveBeenCalledOnce();
});
