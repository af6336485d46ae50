import { Fragment } from 'preact';
import type { Evidence } from '@/lib/core/facts';
import { clipped } from '../format';
import { FactButton } from './fact-button';
import type { FactGroup, FactItem } from './fact-items';

const LONGEST_QUOTE = 160;

type Props = {
  groups: readonly FactGroup[];
  chosen: string | null;
  onChoose: (item: FactItem) => void;
  wordsOf: (evidence: Evidence) => string;
};

/** Everything a paper states, each with the words that say so. */
export function FactTable({ groups, chosen, onChoose, wordsOf }: Props) {
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
                  <Words item={item} wordsOf={wordsOf} />
                </li>
              ))}
            </ul>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The words, unless the fact is worded by them already. */
function Words({ item, wordsOf }: { item: FactItem; wordsOf: Props['wordsOf'] }) {
  const [first] = item.evidence;
  const words = first ? wordsOf(first) : '';
  if (isWordedBy(item.label, words)) return null;
  return (
    <q class="words">
      <bdi>{clipped(words, LONGEST_QUOTE)}</bdi>
    </q>
  );
}

/** `KG: Knowledge graph` says all that `Knowledge graph (KG` does. */
function isWordedBy(label: string, words: string): boolean {
  const said = label.toLowerCase();
  const parts = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return parts.every((part) => said.includes(part));
}
