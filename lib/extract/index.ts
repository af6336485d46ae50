import type { StatedFacts } from '@/lib/core/facts';
import { acronyms } from './acronyms';
import { available } from './available';
import { datasets } from './datasets';
import { experiments } from './experiments';
import { figures } from './figures';
import { first } from './first';
import { hardware } from './hardware';
import { improvements } from './improvements';
import { links } from './links';
import { materials } from './materials';
import { organisms } from './organisms';
import { pages } from './pages';
import { parameters } from './parameters';
import { readAll, readingOf, readInTurns, type Fact, type StatableText } from './reading';
import { releasedDataset } from './released-dataset';
import { sota } from './sota';
import { tables } from './tables';
import { telescopes } from './telescopes';
import { theorems } from './theorems';
import { venue } from './venue';
import { versionNote } from './version-note';
import { withdrawal } from './withdrawal';

/** Every stated fact. A new one is a file of its own and a line here. */
const FACTS: { readonly [Name in keyof StatedFacts]: Fact<StatedFacts[Name]> } = {
  venue,
  pages,
  figures,
  tables,
  links,
  available,
  sota,
  first,
  improvements,
  parameters,
  hardware,
  releasedDataset,
  datasets,
  acronyms,
  withdrawal,
  versionNote,
  theorems,
  telescopes,
  experiments,
  materials,
  organisms,
};

/**
 * What a paper states, by rules alone: no model, no list of papers, nothing remembered from one call
 * to the next. Offsets of evidence are into the fields as given. Never throws; fields longer than any
 * real one are read in part.
 */
export function extractStated(paper: StatableText): StatedFacts {
  return readAll<StatedFacts>(FACTS, readingOf(paper));
}

/** Those that a row of results may say, and the packs hold. */
const BRIEF = {
  ...{ venue, pages, figures, tables, links, available, sota, first, parameters, releasedDataset, datasets },
} satisfies Partial<typeof FACTS>;
export type BriefStated = Pick<StatedFacts, keyof typeof BRIEF>;

/** The same, of these alone: half the work. */
export function extractBrief(paper: StatableText): BriefStated {
  return readAll<BriefStated>(BRIEF, readingOf(paper));
}

/**
 * The same, fact by fact, with a `turn` before each in which others may go first: patterns are slow the first
 * time they are used, and a background that was just started has databases to read from meanwhile.
 */
export function extractStatedInTurns(paper: StatableText, turn: () => Promise<void>): Promise<StatedFacts> {
  return readInTurns<StatedFacts>(FACTS, readingOf(paper), turn);
}
