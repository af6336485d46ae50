import * as v from 'valibot';
import { ANALYSER, PackError } from '@/lib/search';
import { FORMAT } from '@/lib/search/header';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const counts = v.record(v.string(), count);

const PartSchema = v.object({
  file: v.pipe(v.string(), v.regex(/^[\w-]+\.bin$/)),
  bytes: v.pipe(count, v.maxValue(5 * 1024 * 1024)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const ManifestSchema = v.object({
  format: count,
  analyser: count,
  /** Hash of the content: the same papers, the same id. */
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/)),
  papers: count,
  terms: count,
  segments: count,
  /** Month or day of the newest paper, ISO 8601. */
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/)),
  /** Where the papers are from, for readers. */
  source: v.string(),
  coverage: v.object({
    archives: counts,
    years: counts,
    facts: counts,
    /** Papers of each archive by year. */
    archiveYears: v.record(v.string(), counts),
  }),
  parts: v.pipe(v.array(PartSchema), v.minLength(1)),
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;
export type PartEntry = Manifest['parts'][number];

/** Reads a manifest.json. Throws PackError: `wrong-format`, `wrong-analyser`, or `bad-manifest`. */
export function parseManifest(value: unknown): Manifest {
  const numbers = v.safeParse(v.object({ format: v.number(), analyser: v.number() }), value);
  if (numbers.success && numbers.output.format !== FORMAT) throw new PackError('wrong-format');
  if (numbers.success && numbers.output.analyser !== ANALYSER) throw new PackError('wrong-analyser');
  const parsed = v.safeParse(ManifestSchema, value);
  if (!parsed.success)
    throw new PackError('bad-manifest', v.flatten(parsed.issues).root?.[0] ?? parsed.issues[0].message);
  return parsed.output;
}
