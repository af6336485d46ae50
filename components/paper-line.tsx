import type { PaperSummary } from '@/lib/core/paper';
import { texToText } from '@/lib/core/tex';
import { clipped } from './format';
import { Highlighted } from './highlight';
import { moreAuthors } from './more-authors';
import { useText } from './text';

const LONGEST_TITLE = 400;
const LONGEST_NAME = 80;
const AUTHORS_SHOWN = 3;

type Props = {
  paper: Pick<PaperSummary, 'title' | 'authors' | 'authorCount' | 'categories' | 'year'>;
  matched?: readonly string[];
};

/** Title, authors, year and primary category of a paper, as readable text. */
export function PaperLine({ paper, matched = [] }: Props) {
  const text = useText();
  const authors = paper.authors.slice(0, AUTHORS_SHOWN);
  return (
    <span class="paper-line">
      <span class="paper-title">
        <bdi>
          <Highlighted text={clipped(texToText(paper.title), LONGEST_TITLE)} matched={matched} />
        </bdi>
      </span>
      <span class="paper-about">
        <span class="paper-authors">
          {authors.map((name, at) => (
            <span key={at}>
              {at > 0 && ', '}
              <bdi>
                <Highlighted text={clipped(texToText(name), LONGEST_NAME)} matched={matched} />
              </bdi>
            </span>
          ))}
          {authors.length > 0 && moreAuthors(text, paper.authorCount, authors.length)}
        </span>
        <span class="paper-when">
          {[paper.year === 0 ? [] : paper.year, paper.categories[0] ?? []].flat().join(' · ')}
        </span>
      </span>
    </span>
  );
}
