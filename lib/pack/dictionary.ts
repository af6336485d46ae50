import type { SegmentPaper } from '@/lib/search';

const encoder = new TextEncoder();
const LONGEST_RUN = 3;

/**
 * Text that titles and lists of authors have in common, for packing records: their most useful runs of words,
 * the best last, where deflate reaches them most cheaply.
 */
export function recordDictionary(sample: readonly SegmentPaper[], bytes = 32_000): Uint8Array {
  const names = usefulRuns(
    sample.map((paper) => paper.authors.slice(0, 8).join(' ')),
    Math.round(bytes * 0.35),
  );
  const titles = usefulRuns(
    sample.map((paper) => paper.title.replace(/\s+/g, ' ')),
    Math.round(bytes * 0.65),
  );
  return encoder.encode(names + titles).subarray(0, 32_768);
}

function usefulRuns(texts: readonly string[], size: number): string {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = text.split(' ');
    for (let length = 1; length <= LONGEST_RUN; length += 1) {
      for (let at = 0; at + length <= words.length; at += 1) {
        const run = ` ${words.slice(at, at + length).join(' ')}`;
        counts.set(run, (counts.get(run) ?? 0) + 1);
      }
    }
  }
  const useful = [...counts]
    .filter(([run, count]) => count > 3 && run.length > 3)
    .map(([run, count]) => ({ run, saved: (run.length - 2) * count }))
    .sort((a, b) => b.saved - a.saved || (a.run < b.run ? -1 : 1));
  let text = '';
  for (const { run } of useful) {
    if (text.length + run.length > size) break;
    if (!text.includes(run)) text = run + text;
  }
  return text;
}
