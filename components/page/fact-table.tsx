import { Fragment } from 'preact';
import type { FactGroup, FactItem } from '@/lib/core/shown';
import { FactButton } from './fact-button';
import { WrongButton } from './wrong-button';

type Props = {
  groups: readonly FactGroup[];
  chosen: string | null;
  onChoose: (item: FactItem) => void;
  /** Copies a report that a fact is wrong; null where there is nothing to copy yet. */
  onWrong: ((item: FactItem) => Promise<boolean>) | null;
};

/** Everything a paper states, each with the words that say so. */
export function FactTable({ groups, chosen, onChoose, onWrong }: Props) {
  return (
    <dl class="table">
      {groups.map(({ name, items }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  <FactButton item={item} isChosen={item.id === chosen} onChoose={() => onChoose(item)} />
                  {item.words !== null && (
                    <q class="words">
                      <bdi>{item.words}</bdi>
                    </q>
                  )}
                  {onWrong && item.id === chosen && <WrongButton item={item} onWrong={onWrong} />}
                </li>
              ))}
            </ul>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
