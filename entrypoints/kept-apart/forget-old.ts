import type { Library } from '@/lib/library';
import { readSettings } from '@/lib/settings';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Forgets the visits that are older than the reader wants them kept. */
export async function forgetOld(library: Pick<Library, 'forgetBefore'>): Promise<void> {
  const { historyDays } = await readSettings();
  if (historyDays !== null) await library.forgetBefore(Date.now() - historyDays * DAY_MS);
}
