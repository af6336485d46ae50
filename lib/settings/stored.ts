/** The item of storage.local that holds all settings. */
export const KEY = 'settings';

/**
 * The one part of the settings that pages read, apart from the rest so that they need not carry it.
 * It is the same in every version so far; a step that changes it must leave this part readable.
 */
export function featuresOffIn(stored: unknown): readonly string[] {
  const off: unknown =
    typeof stored === 'object' && stored !== null && 'featuresOff' in stored && stored.featuresOff;
  return Array.isArray(off) ? off.filter((id): id is string => typeof id === 'string') : [];
}
