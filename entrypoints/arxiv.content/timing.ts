import type { Timing } from '@/lib/features/feature';

let start = 0;

/** Our own work on the page's timeline, for the benchmarks to read. Other builds measure nothing. */
export const timing: Timing =
  import.meta.env.MODE === 'e2e'
    ? {
        began: () => {
          start = performance.now();
        },
        reached: (what) => {
          performance.measure(what, { start, end: performance.now() });
        },
      }
    : { began: () => undefined, reached: () => undefined };
