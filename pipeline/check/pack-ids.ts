import { parsePaperId, type PaperId } from '@/lib/core/paper-id';

/** The id that a key of the pack stands for. */
export function idOfKey(key: number, archives: readonly string[]): PaperId | undefined {
  if (key >= 2_000_000_000) {
    const rest = key - 2_000_000_000;
    const archive = archives[Math.floor(rest / 10_000_000)];
    return parsePaperId(`${archive}/${String(rest % 10_000_000).padStart(7, '0')}`);
  }
  const month = Math.floor(key / 100_000);
  const digits = month < 1501 ? 4 : 5;
  return parsePaperId(`${String(month).padStart(4, '0')}.${String(key % 100_000).padStart(digits, '0')}`);
}
