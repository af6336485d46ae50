import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calmOf } from '@/lib/features/calm';

/** As much of a document as is asked, with a window that is never idle by itself. */
class Loading extends EventTarget {
  readyState: DocumentReadyState = 'loading';
  readonly idle: (() => void)[] = [];
  readonly requestIdleCallback = (call: () => void): void => void this.idle.push(call);

  /** Told when it is calm. */
  isCalm = false;

  follow(): void {
    const document = { defaultView: this, readyState: this.readyState };
    void calmOf(document as unknown as Document).then(() => (this.isCalm = true));
  }
}

let page = new Loading();
beforeEach(() => {
  vi.useFakeTimers();
  page = new Loading();
});
afterEach(() => vi.useRealTimers());

test('a page is calm in the task after its load event', async () => {
  page.follow();
  await vi.advanceTimersByTimeAsync(100);
  page.dispatchEvent(new Event('load'));
  await Promise.resolve();
  expect(page.isCalm).toBe(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(page.isCalm).toBe(true);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(page.idle).toEqual([]);
});

test('one that takes long is calm when it has nothing to do', async () => {
  page.follow();
  await vi.advanceTimersByTimeAsync(400);
  expect(page.isCalm).toBe(false);
  page.idle.forEach((call) => call());
  await vi.advanceTimersByTimeAsync(0);
  expect(page.isCalm).toBe(true);
});

test('one that has loaded before us is calm at once', async () => {
  page.readyState = 'complete';
  page.follow();
  await vi.advanceTimersByTimeAsync(0);
  expect(page.isCalm).toBe(true);
});
