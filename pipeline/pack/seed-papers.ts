/** The ten papers Gloss started from: in every pack that finds them in its sources, with their abstracts. */
export const SEED_PAPERS: ReadonlySet<string> = new Set([
  '2301.13442',
  '2211.16776',
  '2211.14313',
  '2210.16771',
  '2210.02414',
  '2208.07638',
  '2208.04708',
  '2207.07087',
  '2207.00737',
  '2206.11795',
]);
