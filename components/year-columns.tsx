import { countText } from './format';

/** What one year is, what it counts, and how high that is drawn, 0 to 1. */
export type YearColumn = { year: number; count: number; height: number };

/** Every year from the first that has papers to the last, those without any too. */
export function yearColumns(years: Readonly<Record<string, number>>): YearColumn[] {
  const known = Object.keys(years).map(Number);
  if (known.length === 0) return [];
  const most = Math.max(...Object.values(years));
  const first = Math.min(...known);
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => {
    const year = first + at;
    const count = years[year] ?? 0;
    // By the square root, so that a year of hundreds can be seen beside one of a hundred thousand.
    return { year, count, height: most === 0 ? 0 : Math.sqrt(count / most) };
  });
}

/** Columns as a picture; whoever draws it says the same in words beside it. */
export function YearPicture({ columns, label }: { columns: readonly YearColumn[]; label: string }) {
  return (
    <div class="years" role="img" aria-label={label}>
      {columns.map(({ year, count, height }) => (
        <span key={year} class="year" title={`${year}: ${countText(count)}`}>
          <span class="year-bar" style={{ blockSize: `${height * 100}%` }} />
        </span>
      ))}
    </div>
  );
}

/** The first, the last, and every tenth year between that has room. */
export function YearAxis({ columns }: { columns: readonly YearColumn[] }) {
  const last = columns.length - 1;
  const isNamed = (year: number, at: number) =>
    at === 0 || at === last || (year % 10 === 0 && at > 3 && last - at > 3);
  return (
    <div class="years-axis" aria-hidden="true">
      {columns.map(({ year }, at) => (
        <span key={year} class={at === last ? 'year-last' : undefined}>
          {isNamed(year, at) && <span>{year}</span>}
        </span>
      ))}
    </div>
  );
}
