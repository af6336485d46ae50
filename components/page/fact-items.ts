import type { Evidence, LinkKind, Stated, StatedFacts } from '@/lib/core/facts';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import type { Text } from '../text';
import { safeLink } from './safe-link';

/** A stated fact as it is shown. `id` stays the same when more of the paper has been read. */
export type FactItem = {
  id: string;
  label: string;
  /** A promise and a claim are shown as what they are. */
  tone: 'stated' | 'promised' | 'claim';
  link: string | null;
  evidence: readonly Evidence[];
};
export type FactGroup = { name: string; items: readonly FactItem[] };

const LONGEST_LABEL = 90;
const ON_THE_LINE = 5;
const NAMES_ON_THE_LINE = 3;

/**
 * What arXiv's own lines do not say already, most wanted first, at most five. Comments and journal
 * reference are such lines themselves: what stands only there is left to `factGroups`.
 */
export function lineItems(facts: StatedFacts, text: Text): FactItem[] {
  const items = [
    ...availabilityItems(facts, text),
    ...ownSizes(facts, text).slice(0, 1),
    ...claimItems(facts, text),
    ...datasetClaim(facts, text),
    ...linkItems(facts, text).filter(({ link }) => link !== null),
    ...acronymCount(facts, text),
    ...together('datasets', datasetItems(facts), (names) => listed(text, names)),
  ];
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

/** Everything a paper states, by what it is about. Groups with nothing in them are left out. */
export function factGroups(facts: StatedFacts, text: Text): FactGroup[] {
  const groups: FactGroup[] = [
    { name: text('page_group_venue'), items: venueItems(facts, text) },
    { name: text('page_group_length'), items: lengthItems(facts, text) },
    { name: text('page_group_open'), items: availabilityItems(facts, text) },
    { name: text('page_group_links'), items: linkItems(facts, text) },
    { name: text('page_group_claims'), items: claimItems(facts, text) },
    { name: text('page_group_improvements'), items: valueItems('improvements', facts.improvements) },
    { name: text('page_group_sizes'), items: sizeItems(facts, text) },
    { name: text('page_group_hardware'), items: plainItems('hardware', facts.hardware) },
    { name: text('page_group_datasets'), items: [...datasetClaim(facts, text), ...datasetItems(facts)] },
    { name: text('page_group_acronyms'), items: acronymItems(facts) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function isBuried({ evidence }: FactItem): boolean {
  return evidence.some(({ field }) => field === 'title' || field === 'abstract');
}

type Shown = { tone?: FactItem['tone']; link?: string | null };

function item(id: string, label: string, stated: Stated<unknown>, shown: Shown = {}): FactItem {
  const { tone = 'stated', link = null } = shown;
  return { id, label: clipped(label, LONGEST_LABEL), tone, link, evidence: stated.evidence };
}

function availabilityItems(facts: StatedFacts, text: Text): FactItem[] {
  const words = {
    code: [text('page_code'), text('page_code_released'), text('page_code_promised')],
    data: [text('page_data'), text('page_data_released'), text('page_data_promised')],
    model: [text('page_weights'), text('page_weights_released'), text('page_weights_promised')],
  } as const;
  const items = facts.available.map((one) => {
    const { what, state } = one.value;
    const [short, released, promised] = words[what];
    const id = `available.${what}`;
    if (state === 'promised') return item(id, promised, one, { tone: 'promised' });
    const link = firstLink(facts, what);
    return item(id, link === null ? released : short, one, { link });
  });
  const order = { code: 0, data: 1, model: 2 } as const;
  const kindAt = (at: number): number => order[facts.available[at]?.value.what ?? 'model'];
  return items
    .map((one, at) => ({ one, at }))
    .sort((a, b) => kindAt(a.at) - kindAt(b.at))
    .map(({ one }) => one);
}

function firstLink(facts: StatedFacts, kind: LinkKind): string | null {
  const link = facts.links.find(({ value }) => value.kind === kind);
  return link ? safeLink(link.value.url) : null;
}

/** Links that no availability shows: project pages, demos, and code nobody says is available. */
function linkItems(facts: StatedFacts, text: Text): FactItem[] {
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

function claimItems(facts: StatedFacts, text: Text): FactItem[] {
  const items: FactItem[] = [];
  if (facts.sota) items.push(item('sota', text('page_claim_sota'), facts.sota, { tone: 'claim' }));
  if (facts.first) items.push(item('first', text('page_claim_first'), facts.first, { tone: 'claim' }));
  return items;
}

function datasetClaim(facts: StatedFacts, text: Text): FactItem[] {
  const stated = facts.releasedDataset;
  return stated ? [item('released_dataset', text('page_new_dataset'), stated)] : [];
}

function ownSizes(facts: StatedFacts, text: Text): FactItem[] {
  const [best, ...others] = facts.parameters.filter(({ value }) => value.own);
  if (!best) return [];
  const same = others.filter(({ value }) => value.value === best.value.value);
  const evidence = [best, ...same].flatMap((one) => one.evidence);
  const label = text('page_parameters', { count: shortCount(best.value.value) });
  return [{ ...item('parameters', label, best), evidence }];
}

function sizeItems(facts: StatedFacts, text: Text): FactItem[] {
  return facts.parameters.map((one, at) => {
    const words = texToText(one.value.text);
    return item(`parameters.${at}`, one.value.own ? text('page_own_size', { size: words }) : words, one);
  });
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

function venueItems({ venue }: StatedFacts, text: Text): FactItem[] {
  if (!venue) return [];
  const { name, year, status, kind } = venue.value;
  const statuses = {
    accepted: text('page_venue_accepted'),
    'to-appear': text('page_venue_to_appear'),
    published: text('page_venue_published'),
    submitted: text('page_venue_submitted'),
    presented: text('page_venue_presented'),
  };
  const named = year === null ? name : `${name} ${year}`;
  const place = kind === 'workshop' ? text('page_venue_workshop', { venue: named }) : named;
  return [item('venue', `${place}, ${statuses[status]}`, venue)];
}

function lengthItems({ pages, figures, tables }: StatedFacts, text: Text): FactItem[] {
  const items: FactItem[] = [];
  const counted = (id: string, one: string, many: string, stated: Stated<number> | null): void => {
    if (stated) items.push(item(id, stated.value === 1 ? one : many, stated));
  };
  counted('pages', text('page_one_page'), text('page_pages', { count: pages?.value ?? 0 }), pages);
  counted('figures', text('page_one_figure'), text('page_figures', { count: figures?.value ?? 0 }), figures);
  counted('tables', text('page_one_table'), text('page_tables', { count: tables?.value ?? 0 }), tables);
  return items;
}

function datasetItems(facts: StatedFacts): FactItem[] {
  return plainItems('datasets', facts.datasets);
}

function acronymItems(facts: StatedFacts): FactItem[] {
  return facts.acronyms.map((one, at) =>
    item(`acronyms.${at}`, `${texToText(one.value.short)}: ${texToText(one.value.long)}`, one),
  );
}

function plainItems(name: string, stated: readonly Stated<string>[]): FactItem[] {
  return stated.map((one, at) => item(`${name}.${at}`, texToText(one.value), one));
}

function valueItems(name: string, stated: readonly Stated<{ text: string }>[]): FactItem[] {
  return stated.map((one, at) => item(`${name}.${at}`, texToText(one.value.text), one));
}

function together(id: string, items: readonly FactItem[], label: (names: string[]) => string): FactItem[] {
  const [first] = items;
  if (!first) return [];
  const evidence = items.flatMap((one) => one.evidence);
  return [{ ...first, id, label: label(items.map((one) => one.label)), evidence }];
}

function listed(text: Text, names: readonly string[]): string {
  const shown = names.slice(0, NAMES_ON_THE_LINE).join(', ');
  const more = names.length - NAMES_ON_THE_LINE;
  return clipped(more > 0 ? text('page_and_more', { count: more, names: shown }) : shown, LONGEST_LABEL);
}

function acronymCount(facts: StatedFacts, text: Text): FactItem[] {
  return together('acronyms', acronymItems(facts), ({ length: count }) =>
    count === 1 ? text('page_one_acronym') : text('page_acronyms', { count }),
  );
}
