import type { CitedAs } from '@/lib/core/cited-as';
import { isOther } from '@/lib/core/other-work';
import type { Paper } from '@/lib/core/paper';

/** Where a work can be read: on arXiv, else where its file said, else by its DOI. */
export function addressOf({ id, doi }: Pick<Paper, 'id' | 'doi'>, cited: CitedAs | null): string | null {
  if (!isOther(id)) return `https://arxiv.org/abs/${id}`;
  return cited?.fields['url'] ?? (doi === null ? null : `https://doi.org/${doi}`);
}
