import type { LinkKind, Stated, StatedFacts } from '@/lib/core/facts';
import type { FactItem } from '@/lib/core/shown';
import { clipped } from '../format';
import type { Text } from '../make-text';
import { safeLink } from './safe-link';

const LONGEST_LABEL = 90;
const ON_THE_LINE = 5;

/** What the line under the abstract is made of before anybody is asked. */
export type LineFacts = Pick<StatedFacts, 'links' | 'available' | 'parameters' | 'sota' | 'first'>;

/**
 * What arXiv's own lines do not say already, most wanted first, at most five. Comments and journal
 * reference are such lines themselves: what stands only there is left to the groups of *All facts*.
 */
export function lineItems(facts: LineFacts, text: Text): FactItem[] {
  const items = [
    ...availabilityItems(facts, text),
    ...ownSizes(facts, text).slice(0, 1),
    ...claimItems(facts, text),
    ...linkItems(facts, text).filter(({ link }) => link !== null),
  ];
  return onTheLine(items);
}

/** As many as a line holds, of those that are not in plain sight already. */
export function onTheLine(items: readonly FactItem[]): FactItem[] {
  return items.filter(isBuried).slice(0, ON_THE_LINE);
}

/**
 * The line when more has been read than when it was first drawn: what is new joins at its end, so that
 * nothing on it moves.
 */
export function joinedLine(drawn: readonly FactItem[], next: readonly FactItem[]): FactItem[] {
  const kept = drawn.map((old) => next.find(({ id }) => id === old.id) ?? old);
  const added = next.filter(({ id }) => !drawn.some((old) => old.id === id));
  return [...kept, ...added].slice(0, ON_THE_LINE);
}

function isBuried({ evidence }: FactItem): boolean {
  return evidence.some(({ field }) => field === 'title' || field === 'abstract');
}

type Shown = { tone?: FactItem['tone']; link?: string | null };

export function item(id: string, label: string, stated: Stated<unknown>, shown: Shown = {}): FactItem {
  const { tone = 'stated', link = null } = shown;
  return { id, label: clipped(label, LONGEST_LABEL), tone, link, evidence: stated.evidence };
}

export function availabilityItems(facts: Pick<StatedFacts, 'available' | 'links'>, text: Text): FactItem[] {
  const words = {
    code: [text('page_code'), text('page_code_released'), text('page_code_promised')],
    data: [text('page_data'), text('page_data_released'), text('page_data_promised')],
    model: [text('page_weights'), text('page_weights_released'), text('page_weights_promised')],
  } as const;
  const order = { code: 0, data: 1, model: 2 } as const;
  return facts.available
    .toSorted((a, b) => order[a.value.what] - order[b.value.what])
    .map((one) => {
      const { what, state } = one.value;
      const [short, released, promised] = words[what];
      const id = `available.${what}`;
      const link = firstLink(facts.links, what);
      if (state === 'promised') return item(id, promised, one, { tone: 'promised', link });
      return item(id, link === null ? released : short, one, { link });
    });
}

function firstLink(links: StatedFacts['links'], kind: LinkKind): string | null {
  const link = links.find(({ value }) => value.kind === kind);
  return link ? safeLink(link.value.url) : null;
}

/** Links that no availability shows: project pages, demos, and code nobody says is available. */
export function linkItems(facts: Pick<StatedFacts, 'available' | 'links'>, text: Text): FactItem[] {
  const names: Record<LinkKind, string> = {
    code: text('page_code'),
    data: text('page_data'),
    model: text('page_weights'),
    demo: text('page_demo'),
    project: text('page_project'),
    other: text('page_link'),
  };
  const shown = new Set(availabilityItems(facts, text).map(({ link }) => link));
  return facts.links
    .map((one) =>
      item(`links.${one.value.url}`, names[one.value.kind], one, { link: safeLink(one.value.url) }),
    )
    .filter(({ link }) => link === null || !shown.has(link));
}

export function claimItems({ sota, first }: Pick<StatedFacts, 'sota' | 'first'>, text: Text): FactItem[] {
  const items: FactItem[] = [];
  if (sota) items.push(item('sota', text('page_claim_sota'), sota, { tone: 'claim' }));
  if (first) items.push(item('first', text('page_claim_first'), first, { tone: 'claim' }));
  return items;
}

function ownSizes({ parameters }: Pick<StatedFacts, 'parameters'>, text: Text): FactItem[] {
  const [best, ...others] = parameters.filter(({ value }) => value.own);
  if (!best) return [];
  const same = others.filter(({ value }) => value.value === best.value.value);
  const evidence = [best, ...same].flatMap((one) => one.evidence);
  const label = text('page_parameters', { count: shortCount(best.value.value) });
  return [{ ...item('parameters', label, best), evidence }];
}

/** 130000000000 -> `130B`, as papers write it. */
function shortCount(count: number): string {
  const units = [
    [1e12, 'T'],
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ] as const;
  const [size, unit] = units.find(([least]) => count >= least) ?? [1, ''];
  return `${Number((count / size).toPrecision(3))}${unit}`;
}
