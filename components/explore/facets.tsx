import { categoryName } from '@/lib/core/categories';
import type { CorpusStatus } from '@/lib/core/corpus-status';
import { countText, shareText } from '../format';
import { useText } from '../text';
import type { FacetCounts } from './explorer';
import { hasWord, operator, toggled } from './query-words';

type Props = {
  facets: FacetCounts;
  status: CorpusStatus;
  query: string;
  onQuery: (query: string) => void;
};

const SHOWN = 10;

/** What the papers found have, as far as it is known, each a way to narrow them. */
export function Facets({ facets, status, query, onQuery }: Props) {
  const text = useText();
  const { papers, coverage } = status;
  const known = (fact: 'venue' | 'code') => {
    const count = coverage?.facts[fact] ?? 0;
    return text('explore_known', {
      all: countText(papers),
      count: countText(count),
      share: shareText(count / Math.max(1, papers)),
    });
  };
  const group = { query, onQuery };
  return (
    <>
      <FacetGroup
        {...group}
        title={text('explore_categories')}
        hint={text('explore_categories_hint')}
        values={facets.category.map(([code, count]) => ({
          word: operator('cat', code),
          name: categoryName(code),
          code,
          count,
        }))}
      />
      <FacetGroup
        {...group}
        title={text('explore_code')}
        hint={known('code')}
        values={
          facets.code > 0
            ? [{ word: 'has:code', name: text('explore_has_code'), code: '', count: facets.code }]
            : []
        }
      />
      <FacetGroup
        {...group}
        title={text('explore_venues')}
        hint={known('venue')}
        values={facets.venue.map(([name, count]) => ({
          word: operator('venue', name),
          name,
          code: '',
          count,
        }))}
      />
    </>
  );
}

type Value = { word: string; name: string; code: string; count: number };
type GroupProps = Pick<Props, 'query' | 'onQuery'> & {
  title: string;
  hint: string;
  values: readonly Value[];
};

function FacetGroup({ title, hint, values, query, onQuery }: GroupProps) {
  if (values.length === 0) return null;
  return (
    <section class="facet-group">
      <h3 class="label">{title}</h3>
      <p class="facet-hint">{hint}</p>
      <ul>
        {values.slice(0, SHOWN).map(({ word, name, code, count }) => (
          <li key={word}>
            <button
              type="button"
              class="facet"
              aria-pressed={hasWord(query, word)}
              onClick={() => onQuery(toggled(query, word))}
            >
              <bdi class="facet-name">
                {name}
                {code !== '' && code !== name && <span class="bars-code"> {code}</span>}
              </bdi>
              <span class="facet-count">{countText(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
