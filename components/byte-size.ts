const MEGABYTE = 1_000_000;
const MEGABYTES = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 1,
});

/** A size in bytes, as megabytes. */
export function bytesText(bytes: number): string {
  return MEGABYTES.format(bytes / MEGABYTE);
}
