import type { Paper } from '@/lib/core/paper';

type Authors = Pick<Paper, 'authors' | 'hasMoreAuthors'>;

const OTHERS = /^(?:and\s+)?(?:others|et\s*\.?\s*al\.?)$/i;

/**
 * What stands behind the names where there are more authors. Formats without a word of their own for that
 * take it in place of a name, as references in print do.
 */
export const etAl = ({ hasMoreAuthors }: Authors): readonly string[] => (hasMoreAuthors ? ['et al.'] : []);

/** The authors that a file names; `isCut` when it names more than are given here. */
export function authorsNamed(names: readonly string[], isCut: boolean): Authors {
  const authors = names.filter((name) => !OTHERS.test(name));
  const hasMore = authors.length > 0 && (isCut || authors.length < names.length);
  return hasMore ? { authors, hasMoreAuthors: true } : { authors };
}
