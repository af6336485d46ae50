import type { Evidence, ModelFacts, Stated, StatedFacts } from '@/lib/core/facts';
import { extractStated } from '@/lib/extract';
import { extractModelled, type ReadText } from '@/lib/extract/models';
import { packagedModels } from './packaged-models';

type Place = Evidence & { fact: string };

/** A snapshot record's text, whatever else it holds or lacks. Throws on what is not an object. */
export function statableText(value: unknown): { id: string | null; text: ReadText } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a record');
  const record: Record<string, unknown> = { ...value };
  const text = (name: string): string | null => {
    const field = record[name];
    return typeof field === 'string' ? field : null;
  };
  return {
    id: text('id'),
    text: {
      title: text('title') ?? '',
      abstract: text('abstract'),
      comments: text('comments'),
      journalRef: text('journal-ref'),
      doi: text('doi'),
      categories: text('categories')?.split(/\s+/).filter(Boolean) ?? [],
    },
  };
}

/** One line of `gloss extract`: every key always there. */
export function extractAnswer(value: unknown): Record<string, unknown> {
  const { id, text } = statableText(value);
  const facts = extractStated(text);
  const modelled = extractModelled(text, packagedModels());
  const datasets = together(facts.datasets, modelled.datasets);
  return {
    id,
    venue: facts.venue?.value ?? null,
    pages: facts.pages?.value ?? null,
    figures: facts.figures?.value ?? null,
    tables: facts.tables?.value ?? null,
    links: valuesOf(facts.links),
    available: valuesOf(facts.available),
    sota: facts.sota !== null,
    improvements: valuesOf(facts.improvements),
    first: facts.first !== null,
    parameters: facts.parameters.map(({ value: { value, text: words } }) => ({ value, text: words })),
    hardware: valuesOf(facts.hardware),
    released_dataset: facts.releasedDataset !== null,
    tasks: valuesOf(modelled.tasks),
    methods: valuesOf(modelled.methods),
    datasets: valuesOf(datasets),
    metrics: valuesOf(modelled.metrics),
    acronyms: Object.fromEntries(facts.acronyms.map(({ value: { short, long } }) => [short, long])),
    sentences: modelled.sentences,
    evidence: placesOf({ ...facts, datasets }, modelled),
  };
}

function valuesOf<T>(stated: readonly Stated<T>[]): T[] {
  return stated.map(({ value }) => value);
}

/** Names of the list first, then those of the model that are not among them. */
function together(listed: readonly Stated<string>[], tagged: readonly Stated<string>[]): Stated<string>[] {
  const known = new Set(listed.map(({ value }) => value.toLowerCase()));
  return [...listed, ...tagged.filter(({ value }) => !known.has(value.toLowerCase()))];
}

function placesOf(facts: StatedFacts, { tasks, methods, metrics }: ModelFacts): Place[] {
  const places: Place[] = [];
  const put = (fact: string, stated: { evidence: readonly Evidence[] } | null): void => {
    for (const { field, start, end } of stated?.evidence ?? []) places.push({ fact, field, start, end });
  };
  const putAll = (fact: string, all: readonly { evidence: readonly Evidence[] }[]): void => {
    for (const [index, one] of all.entries()) put(`${fact}.${index}`, one);
  };
  for (const fact of ['venue', 'pages', 'figures', 'tables', 'sota', 'first'] as const)
    put(fact, facts[fact]);
  put('released_dataset', facts.releasedDataset);
  for (const fact of ['links', 'available', 'improvements', 'parameters', 'hardware', 'datasets'] as const)
    putAll(fact, facts[fact]);
  for (const [fact, all] of Object.entries({ tasks, methods, metrics })) putAll(fact, all);
  for (const one of facts.acronyms) put(`acronyms.${one.value.short}`, one);
  return places;
}
