import * as v from 'valibot';
import type { Tab } from '@/tests/browser/gloss-browser';

/** When the main thread evaluated scripts and called their functions, and what pages measure, on one clock. */
const CATEGORIES = ['devtools.timeline', 'blink.user_timing'];

const event = v.object({
  name: v.string(),
  ph: v.string(),
  ts: v.number(),
  dur: v.optional(v.number(), 0),
  tdur: v.optional(v.number(), 0),
  pid: v.number(),
  tid: v.number(),
  args: v.optional(v.object({ data: v.optional(v.object({ url: v.optional(v.string(), '') })) }), {}),
});
const trace = v.object({ traceEvents: v.array(v.unknown()) });

export type TraceEvent = v.InferOutput<typeof event>;
type Span = { start: number; end: number };

/**
 * Milliseconds that the page's main thread was busy with our content script until the end of the measure `name`:
 * compiling and evaluating it, each call of a function of ours, and the measure itself, which begins when the browser
 * calls us with what is needed. Loading `address` and what `ready` waits for are traced. Chromium.
 */
export async function ownWork(
  tab: Tab,
  address: string,
  name: string,
  ready: () => Promise<unknown>,
): Promise<number> {
  await tab.page.tracing.start({ categories: CATEGORIES });
  await tab.page.goto(address);
  await ready();
  return busyUntil(eventsOf(await tab.page.tracing.stop()), name);
}

/** The events of a trace that are of a known form. */
export function eventsOf(bytes: Uint8Array | undefined): TraceEvent[] {
  if (!bytes) throw new Error('no trace');
  return v.parse(trace, JSON.parse(new TextDecoder().decode(bytes))).traceEvents.flatMap((raw) => {
    const read = v.safeParse(event, raw);
    return read.success ? [read.output] : [];
  });
}

function busyUntil(events: readonly TraceEvent[], name: string): number {
  const [begin, end] = ['b', 'e'].map((ph) => events.find((one) => one.name === name && one.ph === ph));
  if (!begin || !end) throw new Error(`${name} was not measured`);
  const spans = events
    .filter(
      ({ pid, tid, ph, args, ts }) =>
        pid === end.pid && tid === end.tid && ph === 'X' && ts < end.ts && isOurs(args),
    )
    .map(({ ts, dur }) => ({ start: ts, end: Math.min(ts + dur, end.ts) }));
  return covered([...spans, { start: begin.ts, end: end.ts }]) / 1000;
}

const isOurs = ({ data }: TraceEvent['args']): boolean =>
  data?.url.startsWith('chrome-extension://') === true;

/** The time that lies in any of the spans: calls are nested in one another. */
function covered(spans: readonly Span[]): number {
  let sum = 0;
  let reached = -Infinity;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return sum;
}
