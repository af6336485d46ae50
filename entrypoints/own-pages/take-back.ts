import type { Library, UndoToken } from '@/lib/library';

/** Takes back a change of the library, with what it changed of the settings. */
export async function takeBack(
  library: Pick<Library, 'undo' | 'settingsOf'>,
  token: UndoToken,
): Promise<boolean> {
  const settings = await library.settingsOf(token);
  const isBack = await library.undo(token);
  // Few changes have any: what stores them is loaded for those.
  if (isBack && settings !== undefined)
    await import('@/lib/settings').then(({ takeBackSettings }) => takeBackSettings(settings));
  return isBack;
}
