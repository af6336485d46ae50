import type { RowChange } from '@/lib/db/library';

/** A part of what is kept of a work, in the reader's words; `description` is what is known of the paper itself. */
export type ChangedPart = 'lists' | 'tags' | 'status' | 'key' | 'note' | 'dates' | 'description';

const PART_OF: Readonly<Record<string, ChangedPart>> = {
  tags: 'tags',
  status: 'status',
  statusAt: 'dates',
  savedAt: 'dates',
  key: 'key',
  text: 'note',
  earlier: 'note',
};

/** Which parts of a work some changes are of, each once. */
export function changedParts(changes: readonly RowChange[], isInNewPlace: boolean): readonly ChangedPart[] {
  const parts = changes.flatMap(({ table, after }) =>
    Object.keys(after).map((field) =>
      table === 'papers' ? 'description' : (PART_OF[field] ?? 'description'),
    ),
  );
  return [...new Set<ChangedPart>([...(isInNewPlace ? (['lists'] as const) : []), ...parts])];
}
