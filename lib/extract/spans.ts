import { messages, sharesOf, type Scores } from './chain';

/** Places `start` to `end` (exclusive) that begin and go on with labels of one type, and how likely just these are. */
export type Span = { start: number; end: number; type: number; chance: number };

const LONGEST = 16;
const LEAST = 0.02;

/**
 * Every span that is not too unlikely. Labels are: none, then "begins" and "goes on" of each type. Sums over
 * all sequences of labels that have just this span.
 */
export function likelySpans(scores: Scores): Span[] {
  const { length, labels } = scores;
  const summed = messages(scores);
  const { backward, factor, local } = summed;
  const share = sharesOf(scores, summed);
  const spans: Span[] = [];
  for (let start = 0; start < length; start += 1)
    for (let begins = 1; begins < labels; begins += 2) {
      // Chances are taken along the way: of going on from here, and of being at the end here.
      let chance = share[start * labels + begins] ?? 0;
      for (let at = start; at < Math.min(length, start + LONGEST) && chance >= LEAST; at += 1) {
        const label = at === start ? begins : begins + 1;
        const on = at + 1 < length ? goesOn(at, label, begins + 1) : 0;
        if (chance * (1 - on) >= LEAST)
          spans.push({ start, end: at + 1, type: (begins - 1) / 2, chance: chance * (1 - on) });
        chance *= on;
      }
    }
  return spans;

  /** How likely the next label is `to`, given this one: the future weighs in by the backward message. */
  function goesOn(at: number, label: number, to: number): number {
    let sum = 0;
    let wanted = 0;
    for (let next = 0; next < labels; next += 1) {
      const place = (at + 1) * labels + next;
      const mass = (factor[label * labels + next] ?? 0) * (local[place] ?? 0) * (backward[place] ?? 0);
      sum += mass;
      if (next === to) wanted = mass;
    }
    return sum > 0 ? wanted / sum : 0;
  }
}

/**
 * The spans, none over another, whose chances above `worth` add up to most. For the harmonic mean of precision and
 * recall a span is worth having from about half of what that mean is, which the likeliest labels miss.
 */
export function chosenSpans(spans: readonly Span[], length: number, worth: number): Span[] {
  const best = new Float64Array(length + 1);
  const ending: Span[][] = Array.from({ length: length + 1 }, () => []);
  for (const span of spans) ending[span.end]?.push(span);
  const last: (Span | undefined)[] = [];
  for (let at = 1; at <= length; at += 1) {
    best[at] = best[at - 1] ?? 0;
    for (const span of ending[at] ?? []) {
      const value = (best[span.start] ?? 0) + span.chance - worth;
      if (value <= (best[at] ?? 0)) continue;
      best[at] = value;
      last[at] = span;
    }
  }
  const chosen: Span[] = [];
  for (let at = length; at > 0;) {
    const span = last[at];
    if (span) chosen.push(span);
    at = span ? span.start : at - 1;
  }
  return chosen.reverse();
}
