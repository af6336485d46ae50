/** The parts of a paper a fact can be read from, as `gloss extract` names them. */
export type Field = 'title' | 'abstract' | 'comments' | 'journal-ref' | 'doi';

/** The words a fact was read from: UTF-16 offsets into the field as received, end exclusive. */
export type Evidence = { field: Field; start: number; end: number };

/** A value with the words that say so. Never without evidence. */
export type Stated<T> = { value: T; evidence: readonly [Evidence, ...Evidence[]] };

export type VenueStatus = 'accepted' | 'to-appear' | 'published' | 'submitted' | 'presented';
export type VenueKind =
  'conference' | 'journal' | 'workshop' | 'findings' | 'demo' | 'thesis' | 'book' | 'other';
export type Venue = { name: string; year: number | null; status: VenueStatus; kind: VenueKind };
export type LinkKind = 'code' | 'data' | 'model' | 'demo' | 'project' | 'other';
export type Link = { url: string; kind: LinkKind };
export type Availability = { what: 'code' | 'data' | 'model'; state: 'released' | 'promised' };
export type Improvement = { value: number; unit: string; text: string };
/** `own` is false for another paper's model, and in a comparison. */
export type ModelSize = { value: number; text: string; own: boolean };
export type Acronym = { short: string; long: string };

/** What a paper states, by rules alone: definitions in docs/extraction.md. Null or [] where it states nothing. */
export type StatedFacts = {
  venue: Stated<Venue> | null;
  pages: Stated<number> | null;
  figures: Stated<number> | null;
  tables: Stated<number> | null;
  links: readonly Stated<Link>[];
  available: readonly Stated<Availability>[];
  /** The authors' claims, worded as theirs wherever they are shown. */
  sota: Stated<true> | null;
  first: Stated<true> | null;
  improvements: readonly Stated<Improvement>[];
  parameters: readonly Stated<ModelSize>[];
  hardware: readonly Stated<string>[];
  releasedDataset: Stated<true> | null;
  datasets: readonly Stated<string>[];
  acronyms: readonly Stated<Acronym>[];
  /** Why the paper was withdrawn, or the words that say it was. */
  withdrawal: Stated<string> | null;
  /** What is new in this version. */
  versionNote: Stated<string> | null;
  /** What it says it proves, disproves or settles. */
  theorems: readonly Stated<string>[];
  /** Telescopes, instruments, surveys and missions. */
  telescopes: readonly Stated<string>[];
  /** Colliders, detectors and experiments. */
  experiments: readonly Stated<string>[];
  materials: readonly Stated<string>[];
  /** And cohorts. */
  organisms: readonly Stated<string>[];
};

export type SentenceRole = 'background' | 'objective' | 'method' | 'result' | 'conclusion' | 'other';

/** The sentences of an abstract that say what the paper does, and what it found. */
export type KeySentences = { does: Evidence | null; found: Evidence | null };

/** What the models add to the stated facts. */
export type ModelFacts = KeySentences & {
  tasks: readonly Stated<string>[];
  methods: readonly Stated<string>[];
  datasets: readonly Stated<string>[];
  metrics: readonly Stated<string>[];
  /** Of the abstract, in order, together covering it. */
  sentences: readonly { start: number; end: number; role: SentenceRole }[];
};
