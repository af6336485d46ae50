import { countText } from '../format';
import { useText } from '../text';

export type Bar = { name: string; code: string; count: number };

type Props = {
  title: string;
  rows: readonly Bar[];
  /** What part of the whole a count is, in words. */
  share?: (count: number) => string;
};

/** Counts as a table whose last column is also drawn: the widest bar is the largest count. */
export function Bars({ title, rows, share }: Props) {
  const text = useText();
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ count }) => count));
  return (
    <table class="bars">
      <caption class="bars-title">{title}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{text('dataset_papers')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, code, count }) => (
          <tr key={name + code}>
            <th scope="row">
              {name}
              {code !== '' && code !== name && <span class="bars-code"> {code}</span>}
            </th>
            <td>
              <span class="bar" style={{ inlineSize: `${(count / most) * 100}%` }} />
              <span class="bar-count">
                {countText(count)}
                {share && ` · ${share(count)}`}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
