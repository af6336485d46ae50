import type { Paper } from '@/lib/core/paper';
import type { Evidence, KeySentences, ModelFacts, SentenceRole, Stated } from '@/lib/core/facts';
import { sentenceSpans, type Span } from '@/lib/core/sentences';
import { shownEntities, type EntityType } from './entities';
import { keySentences } from './key-sentences';
import { isName } from './name-rule';
import { readingOf, stated, type StatableText } from './reading';
import { sureRolesOf, withConclusion } from './roles';
import { readWeights, type Weights } from './weights';

/** The packaged models, opened. */
export type Models = { roles: Weights; entities: Weights };

/** File names of the packaged models. */
export const MODEL_FILES = { roles: 'roles.bin', entities: 'entities.bin' } as const;

/** Throws when the bytes are not the models of this version. */
export function openModels(files: { roles: Uint8Array; entities: Uint8Array }): Models {
  return { roles: readWeights(files.roles), entities: readWeights(files.entities) };
}

/** Its categories say whether the models know its field; without them that is taken for granted. */
export type ReadText = StatableText & Partial<Pick<Paper, 'categories'>>;

/** What the models add to the stated facts: roles of the abstract's sentences, and names. */
export function extractModelled(paper: ReadText, models: Models): ModelFacts {
  const reading = readingOf(paper);
  const abstract = reading.of('abstract');
  const { spans, roles, does, found } = rolesIn(abstract, models.roles);
  const names = new Map<string, Name>();
  if (isOfLearntField(paper.categories)) {
    const title = reading.of('title');
    for (const [name, place] of [
      ...namesIn(title, 'title', sentenceSpans(title), models),
      ...namesIn(abstract, 'abstract', spans, models),
    ])
      names.set(name, names.get(name) ?? place);
  }
  const of = (type: EntityType): Stated<string>[] =>
    [...names.values()].filter((one) => one.type === type).map(({ fact }) => fact);
  return {
    does,
    found,
    tasks: of('TASK'),
    methods: of('METHOD'),
    datasets: of('DATASET'),
    metrics: of('METRIC'),
    sentences: spans.map(({ start, end }, index) => ({ start, end, role: roles[index] ?? 'other' })),
  };
}

/** The sentences of an abstract that say what the paper does and found, for pages that show many. */
export function keySentencesIn(abstract: string, weights: Weights): KeySentences {
  const reading = readingOf({ title: '', abstract, comments: null, journalRef: null, doi: null });
  const { does, found } = rolesIn(reading.of('abstract'), weights);
  return { does, found };
}

function rolesIn(
  abstract: string,
  weights: Weights,
): KeySentences & { spans: readonly Span[]; roles: readonly SentenceRole[] } {
  const spans = sentenceSpans(abstract);
  const texts = spans.map(({ start, end }) => abstract.slice(start, end));
  const sure = sureRolesOf(texts, weights);
  const roles: SentenceRole[] = withConclusion(
    texts,
    sure.map(({ role }) => role),
  );
  const key = keySentences(
    texts.map((text, index) => ({
      text,
      role: roles[index] ?? 'other',
      sureness: sure[index]?.sureness ?? 0,
      aim: sure[index]?.aim ?? 0,
    })),
  );
  const sentenceAt = (index: number | null): Evidence | null => {
    const span = index === null ? undefined : spans[index];
    return span ? { field: 'abstract', ...span } : null;
  };
  return { spans, roles, does: sentenceAt(key.does), found: sentenceAt(key.found) };
}

/** The sets that teach names are of computing: in other fields half of what is taken for a method is none. */
function isOfLearntField(categories: readonly string[] = []): boolean {
  // Every paper of numerical analysis is of cs.NA as well.
  return categories.length === 0 || categories.some((one) => /^(?:cs(?!\.NA)|stat|eess|cmp-lg)\b/.test(one));
}

type Name = { type: EntityType; fact: Stated<string> };

function namesIn(
  text: string,
  field: 'title' | 'abstract',
  sentences: readonly Span[],
  models: Models,
): Map<string, Name> {
  const names = new Map<string, Name>();
  for (const sentence of sentences) {
    const tokens = tokensIn(text, sentence);
    const words = tokens.map(({ start, end }) => text.slice(start, end));
    for (const entity of shownEntities(words, models.entities)) {
      const [first, last] = [tokens[entity.start], tokens[entity.end - 1]];
      if (!first || !last) continue;
      const name = text.slice(first.start, last.end);
      const key = name.toLowerCase();
      if (isName(name) && !names.has(key))
        names.set(key, { type: entity.type, fact: stated(name, field, first.start, last.end) });
    }
  }
  return names;
}

/** Words, numbers and signs apart, as the training sets have them; a hyphenated word is one. */
function tokensIn(text: string, { start, end }: Span): Span[] {
  const tokens: Span[] = [];
  for (const match of text
    .slice(start, end)
    .matchAll(/[\p{L}\p{N}]+(?:[-'./&+][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu))
    tokens.push({ start: start + match.index, end: start + match.index + match[0].length });
  return tokens;
}
