import { PackError } from './pack-error';

/** Papers to a block of columns. */
export const COLUMN_PAPERS = 8192;
export const OTHER_VENUE = 255;
export const HAS_CODE = 1;
const FIRST_YEAR = 1900;

/** A few bytes a paper, by number, for filters and facets: `year` counts from 1900, 0 in the others is none. */
export type Columns = { years: Uint8Array; categories: Uint8Array; venues: Uint8Array; flags: Uint8Array };

export function yearByte(year: number): number {
  return Math.min(255, Math.max(0, year - FIRST_YEAR));
}

export function yearOfByte(byte: number): number {
  return byte + FIRST_YEAR;
}

export function encodeColumns({ years, categories, venues, flags }: Columns): Uint8Array {
  const count = years.length;
  const bytes = new Uint8Array(count * 4);
  for (const [at, column] of [years, categories, venues, flags].entries()) bytes.set(column, at * count);
  return bytes;
}

export function decodeColumns(bytes: Uint8Array, count: number): Columns {
  if (bytes.length !== count * 4) throw new PackError('corrupt');
  const column = (at: number): Uint8Array => bytes.subarray(at * count, (at + 1) * count);
  return { years: column(0), categories: column(1), venues: column(2), flags: column(3) };
}
