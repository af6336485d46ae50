/**
 * How a work is cited beyond what a `Paper` holds, as the file said it was imported from: its type
 * and fields by their BibLaTeX names (`journaltitle`, `volume`, `publisher`), values as readable text.
 */
export type CitedAs = { type: string; fields: Readonly<Record<string, string>> };

/** The first, with the fields that only the second has. */
export function citedBoth(first: CitedAs | null, second: CitedAs | null): CitedAs | null {
  if (!first || !second) return first ?? second;
  return { type: first.type, fields: { ...first.fields, ...second.fields, ...first.fields } };
}
