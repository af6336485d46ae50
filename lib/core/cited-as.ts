/**
 * How a work is cited beyond what a `Paper` holds, as the file said it was imported from: its type
 * and fields by their BibLaTeX names (`journaltitle`, `volume`, `publisher`), values as readable text.
 */
export type CitedAs = { type: string; fields: Readonly<Record<string, string>> };
