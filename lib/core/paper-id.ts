/** An arXiv identifier without its version: `1706.03762` or `math/0211159`. */
export type PaperId = string & { readonly brand: 'PaperId' };

// Four digits after the dot until 2014-12, five since; old ids carry the archive.
// https://info.arxiv.org/help/arxiv_identifier.html
const MODERN = /^\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}$/;
const LEGACY = /^([a-z-]+)(?:\.[a-z]{2})?\/(\d{2}(?:0[1-9]|1[0-2])\d{3})$/i;
const SPELLING = /^(?:arxiv:\s*)?(.+?)(?:v(\d{1,4}))?$/i;

export type VersionedId = { id: PaperId; version: number | null };

/**
 * Reads any spelling arXiv itself accepts: `arXiv:` in front, a version behind, and for old ids
 * a subject class (`math.AG/0301001`) or capitals (`HEP-TH/9711200`), which arXiv redirects.
 */
export function parseVersionedId(text: string): VersionedId | undefined {
  const [, bare, version] = SPELLING.exec(text.trim()) ?? [];
  if (bare === undefined) return undefined;
  const id = canonicalId(bare);
  return id && { id, version: version === undefined ? null : Number(version) };
}

export function parsePaperId(text: string): PaperId | undefined {
  return parseVersionedId(text)?.id;
}

/** True for a string that is exactly an id in its canonical spelling. */
export function isPaperId(text: string): text is PaperId {
  return canonicalId(text) === text;
}

/** Year and month (1-12) of first submission, as the id itself says. */
export function monthOfId(id: PaperId): { year: number; month: number } {
  const digits = id.slice(id.indexOf('/') + 1);
  const yy = Number(digits.slice(0, 2));
  return { year: yy >= 91 ? 1900 + yy : 2000 + yy, month: Number(digits.slice(2, 4)) };
}

function canonicalId(bare: string): PaperId | undefined {
  if (MODERN.test(bare)) return bare as PaperId;
  const [, archive, number] = LEGACY.exec(bare) ?? [];
  if (archive === undefined || number === undefined) return undefined;
  return `${archive.toLowerCase()}/${number}` as PaperId;
}
