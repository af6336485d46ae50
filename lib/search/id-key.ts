import type { PaperId } from '@/lib/core/paper-id';
import { isPaperId } from '@/lib/core/paper-id';
import { PackError } from './pack-error';

const MODERN_PLACE = 100_000;
const LEGACY_BASE = 2_000_000_000;
const LEGACY_PLACE = 10_000_000;

/**
 * An id as a number: `yymm * 10^5 + number` for modern ids, `2*10^9 + archive * 10^7 + digits` for old ones,
 * `archive` being the place in the segment's own list. Undefined for an archive the list does not have.
 */
export function idKey(id: PaperId, archives: readonly string[]): number | undefined {
  const slash = id.indexOf('/');
  if (slash < 0) return Number(id.slice(0, 4)) * MODERN_PLACE + Number(id.slice(5));
  const archive = archives.indexOf(id.slice(0, slash));
  return archive < 0 ? undefined : LEGACY_BASE + archive * LEGACY_PLACE + Number(id.slice(slash + 1));
}

export function idOfKey(key: number, archives: readonly string[]): PaperId {
  const id = key < LEGACY_BASE ? modern(key) : legacy(key - LEGACY_BASE, archives);
  if (!isPaperId(id)) throw new PackError('corrupt', `no id: ${id}`);
  return id;
}

function modern(key: number): string {
  const month = Math.floor(key / MODERN_PLACE);
  // arXiv counted with four digits until December 2014.
  const digits = month < 1501 ? 4 : 5;
  return `${String(month).padStart(4, '0')}.${String(key % MODERN_PLACE).padStart(digits, '0')}`;
}

function legacy(rest: number, archives: readonly string[]): string {
  const archive = archives[Math.floor(rest / LEGACY_PLACE)] ?? '';
  return `${archive}/${String(rest % LEGACY_PLACE).padStart(7, '0')}`;
}

/** The place of a key's archive in the segment's list; null for a modern id, which names none. */
export function archiveOfKey(key: number): number | null {
  return key < LEGACY_BASE ? null : Math.floor((key - LEGACY_BASE) / LEGACY_PLACE);
}

/** The key of the same paper for a list in which its archive has another place. */
export function keyWithArchive(key: number, place: number): number {
  return LEGACY_BASE + place * LEGACY_PLACE + ((key - LEGACY_BASE) % LEGACY_PLACE);
}
