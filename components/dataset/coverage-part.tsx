import { categoryName } from '@/lib/core/categories';
import type { Coverage } from '@/lib/core/corpus-status';
import { countText, shareText } from '../format';
import { useText } from '../text';
import { YearAxis, yearColumns, YearPicture } from '../year-columns';
import { Bars, type Bar } from './bars';
import { factNames } from './fact-names';

/** What a pack counts papers under whose source named no category. */
const UNKNOWN = 'unknown';

/** What there are papers of: by year, by archive, and how many state each fact. */
export function CoveragePart({ coverage, papers }: { coverage: Coverage; papers: number }) {
  const text = useText();
  const { archives, years, facts } = coverage;
  const columns = yearColumns(years);
  const [first, last] = [columns[0], columns.at(-1)];
  const most = columns.reduce((best, column) => (column.count > (best?.count ?? 0) ? column : best), first);
  const share = (count: number) => shareText(count / Math.max(1, papers));
  const rows: Bar[] = Object.entries(archives)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) =>
      code === UNKNOWN
        ? { name: text('dataset_archive_unknown'), code: '', count }
        : { name: categoryName(code), code, count },
    );
  return (
    <>
      {first && last && most && (
        <section class="sheet-part">
          <h3 class="sheet-subtitle">{text('dataset_by_year')}</h3>
          <p>
            {text('dataset_years_words', {
              count: countText(most.count),
              first: first.year,
              last: last.year,
              most: most.year,
            })}
          </p>
          <YearPicture columns={columns} label={text('dataset_by_year')} />
          <YearAxis columns={columns} />
          <details class="dataset-table">
            <summary>{text('dataset_as_table')}</summary>
            <Bars
              title={text('dataset_by_year')}
              rows={columns.map(({ year, count }) => ({ name: String(year), code: '', count })).reverse()}
            />
          </details>
        </section>
      )}
      <Bars title={text('dataset_by_archive')} rows={rows} />
      <Bars
        title={text('dataset_by_fact')}
        rows={factNames(text)
          .filter(({ fact }) => facts[fact] !== undefined)
          .map(({ fact, name }) => ({ name, code: '', count: facts[fact] ?? 0 }))}
        share={share}
      />
      <p class="sheet-intro">{text('dataset_by_fact_hint')}</p>
    </>
  );
}
