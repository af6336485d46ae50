import browser from 'webextension-polyfill';
import type { LibraryCopy } from '@/lib/core/library-copy';
import { backupFile } from '@/lib/exchange/backup';
import type { Library } from '@/lib/library';
import { storedSettings } from '@/lib/settings';

/** What is kept: a backup, packed, as text that any storage takes. */
type StoredSnapshot = { at: number; works: number; packed: string };

export const EVERY_MS = 4 * 60 * 60 * 1000;

const LATEST = 'library-snapshot';
/** The last one before the library lost half of its papers at once. */
const BEFORE_LOSS = 'library-snapshot-before';
const LAST_BACKUP = 'library-last-backup';

/**
 * Keeps a copy of the library in `storage.local`, which is another store than its database: where the
 * browser drops or breaks the one, the other is still there. An emptied library never replaces it.
 */
export async function keepSnapshot(library: Library, now: number): Promise<void> {
  const copy = await library.copyOf('all', { history: false });
  if (copy.works.length === 0) return;
  const packed = await pack(await fileOf(copy));
  const last = await storedAt(LATEST);
  if (last?.packed === packed) return;
  const before = await storedAt(BEFORE_LOSS);
  const isLoss = last !== null && copy.works.length * 2 < last.works;
  if (isLoss && last.works * 2 >= (before?.works ?? 0))
    await browser.storage.local.set({ [BEFORE_LOSS]: last });
  const next: StoredSnapshot = { at: now, works: copy.works.length, packed };
  await browser.storage.local.set({ [LATEST]: next });
}

/** True when there is none yet, or the last is some hours old. A clock set back makes it old too. */
export async function isSnapshotDue(now: number): Promise<boolean> {
  const last = await storedAt(LATEST);
  return last === null || Math.abs(now - last.at) > EVERY_MS;
}

/** The one that has more in it: the latest, or that before a loss. */
export async function bestSnapshot(): Promise<StoredSnapshot | null> {
  const [latest, before] = [await storedAt(LATEST), await storedAt(BEFORE_LOSS)];
  if (!latest || !before) return latest ?? before;
  return before.works > latest.works * 2 ? before : latest;
}

export async function bytesOfSnapshot({ packed }: StoredSnapshot): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function lastBackup(): Promise<number | null> {
  const { [LAST_BACKUP]: at } = await browser.storage.local.get(LAST_BACKUP);
  return typeof at === 'number' ? at : null;
}

export async function noteBackup(now: number): Promise<void> {
  await browser.storage.local.set({ [LAST_BACKUP]: now });
}

// Without a date, so that an unchanged library packs to the same text.
const fileOf = async (copy: LibraryCopy) => backupFile({ copy, made: 0, settings: await storedSettings() });

async function storedAt(key: string): Promise<StoredSnapshot | null> {
  const { [key]: value } = await browser.storage.local.get(key);
  return isSnapshot(value) ? value : null;
}

function isSnapshot(value: unknown): value is StoredSnapshot {
  if (typeof value !== 'object' || value === null) return false;
  const { at, works, packed } = value as Partial<Record<keyof StoredSnapshot, unknown>>;
  return typeof at === 'number' && typeof works === 'number' && typeof packed === 'string';
}

async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const chars: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) {
    chars.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  }
  return btoa(chars.join(''));
}
