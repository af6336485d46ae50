import * as v from 'valibot';
import type { Tab } from '@/tests/browser/gloss-browser';

/** Samples every 100 µs, and what pages measure, on one clock. */
const CATEGORIES = [
  'disabled-by-default-v8.cpu_profiler',
  'disabled-by-default-v8.cpu_profiler.hires',
  'blink.user_timing',
];

const frame = v.object({ url: v.optional(v.string(), '') });
const node = v.object({ id: v.number(), parent: v.optional(v.number()), callFrame: frame });
const chunk = v.object({
  cpuProfile: v.optional(
    v.object({ nodes: v.optional(v.array(node), []), samples: v.optional(v.array(v.number()), []) }),
    {},
  ),
  timeDeltas: v.optional(v.array(v.number()), []),
});
const event = v.object({
  name: v.string(),
  ph: v.string(),
  ts: v.number(),
  id: v.optional(v.string(), ''),
  pid: v.number(),
  args: v.optional(v.record(v.string(), v.unknown()), {}),
});
const trace = v.object({ traceEvents: v.array(v.unknown()) });

type Event = v.InferOutput<typeof event>;
type Profile = { start: number; ours: Map<number, boolean>; samples: number[]; deltas: number[] };

/**
 * Milliseconds that the page's main thread was busy with our content script from the first to the end of the
 * measure `name`: every sample with a function of the extension on its stack, so what they call of the browser is in
 * it, and waiting for the page is not. Chromium.
 */
export async function ownWork(
  tab: Tab,
  address: string,
  name: string,
  ready: () => Promise<void>,
): Promise<number> {
  await tab.page.tracing.start({ categories: CATEGORIES });
  await tab.page.goto(address);
  await ready();
  const bytes = await tab.page.tracing.stop();
  if (!bytes) throw new Error('no trace');
  return workUntil(eventsOf(new TextDecoder().decode(bytes)), name);
}

function eventsOf(json: string): Event[] {
  return v.parse(trace, JSON.parse(json)).traceEvents.flatMap((raw) => {
    const read = v.safeParse(event, raw);
    return read.success ? [read.output] : [];
  });
}

function workUntil(events: readonly Event[], name: string): number {
  const end = events.find((one) => one.name === name && (one.ph === 'e' || one.ph === 'E'));
  if (!end) throw new Error(`${name} was not measured`);
  const profiles = new Map<string, Profile>();
  for (const one of events.filter(({ pid }) => pid === end.pid)) {
    const key = one.id;
    if (one.name === 'Profile') {
      const start = Number(v.parse(v.object({ startTime: v.number() }), one.args['data']).startTime);
      profiles.set(key, { start, ours: new Map(), samples: [], deltas: [] });
    } else if (one.name === 'ProfileChunk') {
      const profile = profiles.get(key);
      if (profile) addChunk(profile, v.parse(chunk, one.args['data']));
    }
  }
  let busy = 0;
  for (const { start, ours, samples, deltas } of profiles.values()) {
    let at = start;
    for (const [place, sample] of samples.entries()) {
      const delta = deltas[place] ?? 0;
      at += delta;
      if (at > end.ts) break;
      // A sample stands for the time up to it; between two tasks that is waiting, told by (idle) samples.
      if (ours.get(sample) === true) busy += delta;
    }
  }
  return busy / 1000;
}

function addChunk(profile: Profile, { cpuProfile, timeDeltas }: v.InferOutput<typeof chunk>): void {
  // Parents come before their children.
  for (const { id, parent, callFrame } of cpuProfile.nodes) {
    const inOurs = parent !== undefined && profile.ours.get(parent) === true;
    profile.ours.set(id, inOurs || callFrame.url.startsWith('chrome-extension://'));
  }
  profile.samples.push(...cpuProfile.samples);
  profile.deltas.push(...timeDeltas);
}
