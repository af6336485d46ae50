import { categoryName } from '@/lib/core/categories';
import { isOther } from '@/lib/core/other-work';
import type { Paper } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';
import { clipped, dayText, momentText } from '../format';
import { useText } from '../text';

const LONGEST_LINE = 600;

type Props = { paper: Paper; savedAt: number | null };

/** What a copy says beside title and abstract; a line is left out where it does not say. */
export function KeptLines({ paper, savedAt }: Props) {
  const text = useText();
  const [primary] = paper.categories;
  const lines: readonly [string, string | null][] = [
    [text('library_id'), isOther(paper.id) ? null : `arXiv:${paper.id}`],
    [text('library_category'), primary === undefined ? null : `${categoryName(primary)} (${primary})`],
    [text('library_submitted'), paper.submitted === null ? null : dayText(paper.submitted)],
    [text('library_saved_on'), savedAt === null ? null : momentText(savedAt)],
    [text('library_comments'), paper.comments],
    [text('library_journal'), paper.journalRef],
    [text('library_doi'), paper.doi],
  ];
  return (
    <dl class="detail-lines">
      {lines.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{clipped(texToText(value), LONGEST_LINE)}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
