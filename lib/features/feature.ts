import type { Text } from '@/components/make-text';
import type { Page } from '@/lib/page/detect';
import type { Call } from '@/lib/rpc/client';
import type { PageRows } from './page-rows';
import type { PaperReading } from './paper-reading';
import type { Parsing } from './parsing';

type Kind = Page['kind'];

/** Measures our own work on the page. In all but test builds it does nothing. */
export type Timing = {
  /** A stretch of our work begins: the browser has called us. */
  began: () => void;
  /** It has come to this. */
  reached: (what: 'gloss:stated' | 'gloss:related' | 'gloss:listing-visible') => void;
};

/** What a feature may touch. Handed in, so a test can hand in its own. */
export type Scope<K extends Kind = Kind> = {
  page: Extract<Page, { kind: K }>;
  document: Document;
  parsing: Parsing;
  /** Resolves when the page has loaded, or takes long to: what can be done after that is done after that. */
  calm: Promise<void>;
  /** The paper the page is about, where it is about one; read once for all features. */
  reading: PaperReading;
  /** The rows of a listing, an author page or search results; read and asked about once for all features. Null elsewhere. */
  rows: PageRows | null;
  call: Call;
  text: Text;
  /** Open shadow roots, so that a test can look inside; test builds only. */
  openRoots: boolean;
  timing: Timing;
  /** Of the extension. */
  version: string;
  /** False when the reader was told of a page that cannot be read less than a day ago; else that is noted. */
  mayTell: () => Promise<boolean>;
  /** Told of what goes wrong after `run` has returned; logged once a feature. */
  report: (error: unknown) => void;
  /** Aborts when the page is left, the extension goes away or this is switched off: undo everything then. */
  signal: AbortSignal;
};

/** What a feature may touch on a page of rows. */
export type RowScope<K extends Kind = Kind> = Omit<Scope<K>, 'rows'> & { rows: PageRows };

export type Feature<K extends Kind = Kind> = {
  /** Same as the file name. Also the settings key: never change it once shipped. */
  id: string;
  on: readonly K[];
  /** Pages to look at when working on this; a test checks that each is of a kind in `on`. */
  examples: readonly string[];
  /** Runs where the page should show papers and none could be read, and nowhere else: all others are undone then. */
  whenUnread?: true;
  run: (scope: Scope<K>) => void | Promise<void>;
};

/** A feature of any kinds of page, to be kept in one list with the others. */
export type AnyFeature = Omit<Feature, 'run'> & {
  /** Runs where the page is of a kind in `on`; elsewhere it does nothing. */
  runOn: (scope: Scope) => void | Promise<void>;
};

export function defineFeature<const K extends Kind>(feature: Feature<K>): AnyFeature {
  const { run, ...what } = feature;
  const isOn = (page: Page): page is Extract<Page, { kind: K }> => what.on.some((kind) => kind === page.kind);
  return {
    ...what,
    runOn: ({ page, ...scope }) => (isOn(page) ? run({ ...scope, page }) : undefined),
  };
}
