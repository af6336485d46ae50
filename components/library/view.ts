import type { ListId } from '@/lib/core/reading';

/** What stands in the middle of the library page. */
export type View = { kind: 'all' | 'duplicates' | 'deleted' } | { kind: 'list'; id: ListId };
