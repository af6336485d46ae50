import type { PaperId } from './paper-id';

const PREFIX = 'other:';

/**
 * The id that a saved work has which is not on arXiv: `name` says which, such as `doi:10.1000/182`.
 * Such works come only from what the reader imports; no page and no dataset knows them.
 */
export function otherId(name: string): PaperId {
  return `${PREFIX}${name}` as PaperId; // the brand stands for "names a work in the library"
}

/** The name behind such an id: `doi:10.1000/182`. */
export function nameOfOther(id: PaperId): string {
  return id.slice(PREFIX.length);
}

/** True for a work that is not on arXiv. */
export function isOther(id: PaperId): boolean {
  return id.startsWith(PREFIX);
}
