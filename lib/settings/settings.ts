import { type Theme, THEMES } from '@/lib/core/theme';
import { WATCH_KINDS, type Watch } from '@/lib/core/watch';
import { featuresOffIn } from './stored';

/** What the reader chose. Every part has a default that is right for most, so nothing must be chosen. */
export type Settings = {
  /** Features of arXiv pages that are switched off, by their id. */
  featuresOff: readonly string[];
  /** Whether papers met while browsing are kept for search. */
  capture: boolean;
  /** Whether visits and seen papers are noted. */
  history: boolean;
  /** Authors, words, datasets and categories the reader follows, in the reader's order. */
  watches: readonly Watch[];
  /** After how many days a visit is forgotten; null keeps all. */
  historyDays: number | null;
  theme: Theme;
};

export const DEFAULTS: Settings = {
  featuresOff: [],
  capture: true,
  history: true,
  watches: [],
  historyDays: null,
  theme: 'system',
};

const MOST_WATCHES = 500;
const LONGEST_WATCH = 200;

/** Raise together with a step in `MIGRATIONS`. */
export const SETTINGS_VERSION = 1;

export type StoredSettings = Record<string, unknown>;

/** `MIGRATIONS[n]` lifts version n to n + 1. Its input is whatever an old release, or a bug, wrote. */
export const MIGRATIONS: Readonly<Record<number, (old: StoredSettings) => StoredSettings>> = {};

/**
 * Reads what was stored, by whatever version. A part that cannot be read gets its default, and the
 * others stand; so does a part that a newer version wrote in a shape we know.
 */
export function parseSettings(stored: unknown): Settings {
  const { featuresOff, capture, history, watches, historyDays, theme } = migrated(asRecord(stored));
  return {
    featuresOff: featuresOffIn({ featuresOff }),
    capture: typeof capture === 'boolean' ? capture : DEFAULTS.capture,
    history: typeof history === 'boolean' ? history : DEFAULTS.history,
    watches: Array.isArray(watches) ? watches.flatMap(watchOf).slice(0, MOST_WATCHES) : DEFAULTS.watches,
    historyDays: isDays(historyDays) ? historyDays : DEFAULTS.historyDays,
    theme: THEMES.find((one) => one === theme) ?? DEFAULTS.theme,
  };
}

function isDays(stored: unknown): stored is number {
  return typeof stored === 'number' && Number.isInteger(stored) && stored > 0;
}

function watchOf(stored: unknown): Watch[] {
  const { kind, text } = asRecord(stored);
  const known = WATCH_KINDS.find((one) => one === kind);
  if (!known || typeof text !== 'string' || text.trim() === '') return [];
  return [{ kind: known, text: text.trim().slice(0, LONGEST_WATCH) }];
}

/** What to store after a change. What a newer version wrote beside it is kept. */
export function withChange(stored: unknown, change: Partial<Settings>): StoredSettings {
  const old = migrated(asRecord(stored));
  return { ...old, ...parseSettings(stored), ...change, version: Math.max(versionOf(old), SETTINGS_VERSION) };
}

/** What settings were, as stored, and what a change made of them. */
export type SettingsChange = { before: unknown; after: unknown };

/**
 * The settings with a change taken back; what was changed again since stays. Of several things, as watches are,
 * what the change added goes and what it took out comes back. Null where none were changed before or since.
 */
export function withTakenBack(stored: unknown, { before, after }: SettingsChange): Partial<Settings> | null {
  const [is, was, became] = [stored, before, after].map((one) => entriesOf(parseSettings(one)));
  const back = Object.keys(DEFAULTS).map((key): [string, unknown] => [
    key,
    takenBack(is?.get(key), was?.get(key), became?.get(key)),
  ]);
  const next = parseSettings(Object.fromEntries(back));
  return (before ?? null) === null && isSame(next, DEFAULTS) ? null : next;
}

const entriesOf = (settings: Settings) => new Map<string, unknown>(Object.entries(settings));

function takenBack(is: unknown, was: unknown, became: unknown): unknown {
  if (isSame(is, became)) return was;
  if (!Array.isArray(is) || !Array.isArray(was) || !Array.isArray(became)) return is;
  const left = without(is, without(became, was));
  return [...left, ...without(without(was, became), left)];
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function without(all: readonly unknown[], gone: readonly unknown[]): unknown[] {
  return all.filter((one) => !gone.some((other) => isSame(one, other)));
}

function migrated(stored: StoredSettings): StoredSettings {
  let value = stored;
  for (let version = versionOf(stored); version < SETTINGS_VERSION; version++) {
    value = { ...(MIGRATIONS[version]?.(value) ?? value), version: version + 1 };
  }
  return value;
}

function versionOf({ version }: StoredSettings): number {
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 1;
}

export function asRecord(value: unknown): StoredSettings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
