import type { Segment } from './segment';
import { type Group, standTogether } from './together';

/** Papers that have the words of a phrase or a name, and are looked at for whether these stand together. */
export const GROUP_LOOK = 1_000;

/**
 * Of papers found in each segment the ones in which a phrase's or a name's words stand together; null where that are too
 * many to look.
 */
export async function standing(
  segments: readonly Segment[],
  groups: readonly Group[],
  found: readonly Uint32Array[],
): Promise<readonly Uint32Array[] | null> {
  if (groups.length === 0) return found;
  if (found.some(({ length }) => length > GROUP_LOOK)) return null;
  return Promise.all(
    segments.map(async (segment, at) => {
      const numbers = found[at] ?? new Uint32Array(0);
      const records = await segment.records([...numbers]);
      return numbers.filter((_, index) => {
        const record = records[index];
        return record !== undefined && groups.every((group) => standTogether(record, group));
      });
    }),
  );
}
