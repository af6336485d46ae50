import { fromCaller } from './paths';

/** `--name a b --flag c` as lists by name; words before any name are under the empty one. */
export function readArguments(args: readonly string[], known: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let name = '';
  for (const word of args) {
    if (word.startsWith('--')) {
      name = word.slice(2);
      if (!known.includes(name))
        throw new Error(`unknown option ${word}; known: ${known.map((one) => `--${one}`).join(', ')}`);
      if (!found.has(name)) found.set(name, []);
    } else found.set(name, [...(found.get(name) ?? []), word]);
  }
  return found;
}

/** A path option, relative to where the command was called. */
export function pathOption(found: ReadonlyMap<string, string[]>, name: string): string | undefined {
  const [path] = found.get(name) ?? [];
  return path === undefined ? undefined : fromCaller(path);
}

/** A whole number of at least one. */
export function numberOption(found: ReadonlyMap<string, string[]>, name: string, otherwise: number): number {
  const [text] = found.get(name) ?? [];
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} must be a whole number from 1, not ${text}`);
  return value;
}
