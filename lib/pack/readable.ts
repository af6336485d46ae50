import { ANALYSER } from '@/lib/search';
import { FORMAT } from '@/lib/search/header';

/** What this version writes, and all that it can read. */
export const WRITTEN_AS = { format: FORMAT, analyser: ANALYSER };

/** False for what another version of the extension wrote: it is kept until its successor is there, unread. */
export function isReadable({ format, analyser }: { format: number; analyser: number }): boolean {
  return format === FORMAT && analyser === ANALYSER;
}
