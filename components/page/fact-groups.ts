import { evidenceText } from '@/lib/core/evidence-text';
import type { ModelFacts, Stated, StatedFacts } from '@/lib/core/facts';
import type { Paper } from '@/lib/core/paper';
import type { FactGroup, FactItem } from '@/lib/core/shown';
import { texToText } from '@/lib/core/tex';
import { clipped } from '../format';
import type { Text } from '../make-text';
import { availabilityItems, claimItems, item, lineItems, linkItems, onTheLine } from './fact-items';
import { venueName } from './venue-name';

type ModelledNames = Pick<ModelFacts, 'tasks' | 'methods' | 'datasets' | 'metrics'>;

const LONGEST_QUOTE = 160;
const NAMES_ON_THE_LINE = 3;

/** What is proved, observed with, or studied: where a field has no code and no claims, this is what it states. */
const BY_NAME = ['theorems', 'telescopes', 'experiments', 'materials', 'organisms'] as const;

/** The line under the abstract when everything has been read. */
export function wholeLine(facts: StatedFacts, text: Text): FactItem[] {
  return onTheLine([
    ...lineItems(facts, text),
    ...datasetClaim(facts, text),
    ...BY_NAME.flatMap((id) => namesOnTheLine(id, facts, text)),
    ...acronymCount(facts, text),
    ...namesOnTheLine('datasets', facts, text),
  ]);
}

/** Everything a paper states, by what it is about. Groups with nothing in them are left out. */
export function factGroups(paper: Paper, facts: StatedFacts, text: Text): FactGroup[] {
  const groups: [string, FactItem[]][] = [
    [text('page_group_withdrawn'), facts.withdrawal ? plainItems('withdrawal', [facts.withdrawal]) : []],
    [text('page_group_venue'), venueItems(facts, text)],
    [text('page_group_version'), versionItems(facts)],
    [text('page_group_length'), lengthItems(facts, text)],
    [text('page_group_open'), availabilityItems(facts, text)],
    [text('page_group_links'), linkItems(facts, text)],
    [text('page_group_claims'), claimItems(facts, text)],
    [text('page_group_improvements'), valueItems('improvements', facts.improvements)],
    [text('page_group_sizes'), sizeItems(facts, text)],
    [text('page_group_hardware'), plainItems('hardware', facts.hardware)],
    [text('page_group_datasets'), [...datasetClaim(facts, text), ...plainItems('datasets', facts.datasets)]],
    [text('page_group_theorems'), plainItems('theorems', facts.theorems)],
    [text('page_group_telescopes'), plainItems('telescopes', facts.telescopes)],
    [text('page_group_experiments'), plainItems('experiments', facts.experiments)],
    [text('page_group_materials'), plainItems('materials', facts.materials)],
    [text('page_group_organisms'), plainItems('organisms', facts.organisms)],
    [text('page_group_acronyms'), acronymItems(facts)],
  ];
  return groups
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => ({
      name,
      items: items.map((one) => ({ ...one, words: wordsOf(one, paper) })),
    }));
}

/** Names that the models read in a paper, by what they name. */
export function modelGroups(facts: ModelledNames, text: Text): FactGroup[] {
  const groups: [string, FactItem[]][] = [
    [text('page_group_tasks'), plainItems('tasks', facts.tasks)],
    [text('page_group_methods'), plainItems('methods', facts.methods)],
    [text('page_group_data_named'), plainItems('named_datasets', facts.datasets)],
    [text('page_group_metrics'), plainItems('metrics', facts.metrics)],
  ];
  return groups
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => ({ name, items: items.map((one) => ({ ...one, words: null })) }));
}

/** The words a fact was read from, unless it is worded by them already. */
function wordsOf({ label, evidence: [first] }: FactItem, paper: Paper): string | null {
  const words = first ? texToText(evidenceText(paper, first)) : '';
  return isWordedBy(label, words) ? null : clipped(words, LONGEST_QUOTE);
}

/** `KG: Knowledge graph` says all that `Knowledge graph (KG` does. */
function isWordedBy(label: string, words: string): boolean {
  const said = label.toLowerCase();
  const parts = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.every((part) => said.includes(part));
}

function venueItems({ venue }: StatedFacts, text: Text): FactItem[] {
  if (!venue) return [];
  const { status } = venue.value;
  const statuses = {
    accepted: text('page_venue_accepted'),
    'to-appear': text('page_venue_to_appear'),
    published: text('page_venue_published'),
    submitted: text('page_venue_submitted'),
    presented: text('page_venue_presented'),
  };
  return [item('venue', `${venueName(venue.value, text)}, ${statuses[status]}`, venue)];
}

function versionItems({ versionNote }: StatedFacts): FactItem[] {
  return versionNote ? plainItems('version_note', [versionNote]) : [];
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

function sizeItems({ parameters }: StatedFacts, text: Text): FactItem[] {
  return parameters.map((one, at) => {
    const size = texToText(one.value.text);
    return item(`parameters.${at}`, one.value.own ? text('page_own_size', { size }) : size, one);
  });
}

function datasetClaim({ releasedDataset }: StatedFacts, text: Text): FactItem[] {
  return releasedDataset ? [item('released_dataset', text('page_new_dataset'), releasedDataset)] : [];
}

function namesOnTheLine(
  id: (typeof BY_NAME)[number] | 'datasets',
  facts: StatedFacts,
  text: Text,
): FactItem[] {
  const items = plainItems(id, facts[id]);
  const [first] = facts[id];
  if (!first) return [];
  const names = items.slice(0, NAMES_ON_THE_LINE).map(({ label }) => label);
  const more = items.length - names.length;
  const shown = names.join(', ');
  const label = more > 0 ? text('page_and_more', { count: more, names: shown }) : shown;
  const evidence = items.flatMap((one) => one.evidence);
  return [{ ...item(id, label, first), evidence }];
}

function acronymCount({ acronyms }: StatedFacts, text: Text): FactItem[] {
  const [first] = acronyms;
  if (!first) return [];
  const count = acronyms.length;
  const label = count === 1 ? text('page_one_acronym') : text('page_acronyms', { count });
  const evidence = acronyms.flatMap((one) => one.evidence);
  return [{ ...item('acronyms', label, first), evidence }];
}

function acronymItems({ acronyms }: StatedFacts): FactItem[] {
  return acronyms.map((one, at) =>
    item(`acronyms.${at}`, `${texToText(one.value.short)}: ${texToText(one.value.long)}`, one),
  );
}

function plainItems(name: string, stated: readonly Stated<string>[]): FactItem[] {
  return stated.map((one, at) => item(`${name}.${at}`, texToText(one.value), one));
}

function valueItems(name: string, stated: readonly Stated<{ text: string }>[]): FactItem[] {
  return stated.map((one, at) => item(`${name}.${at}`, texToText(one.value.text), one));
}
