import { useEffect, useRef } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import { AwayIcon, SaveIcon } from '../icons';
import { PaperLine } from '../paper-line';
import type { Where } from '../shown';
import { useText } from '../text';
import { addressOfChoice, type Choice, type Group } from './choice';

/** The listbox the search box commands; `choiceElementId(at)` names its rows for `aria-activedescendant`. */
export const CHOICES_ELEMENT_ID = 'choices';

export function choiceElementId(at: number): string {
  return `choice-${at}`;
}

type Props = {
  groups: readonly Group[];
  active: number;
  savedIds: ReadonlySet<PaperId>;
  onOpen: (choice: Choice, where: Where) => void;
  onToggleSaved: (choice: Choice) => void;
};

/** The rows under the search box. Focus stays in the box, so the rows and their buttons are not tab stops. */
export function Choices({ groups, active, savedIds, onOpen, onToggleSaved }: Props) {
  const text = useText();
  let at = 0;
  return (
    <div id={CHOICES_ELEMENT_ID} class="choices" role="listbox" aria-label={text('popup_papers')}>
      {groups.map((group) => (
        <div
          key={group.label}
          role="group"
          aria-label={group.label === '' ? text('popup_papers') : group.label}
        >
          {group.label !== '' && (
            <h2 class="label choices-label" role="presentation">
              {group.label}
            </h2>
          )}
          {group.choices.map((choice) => (
            <ChoiceRow
              key={choice.key}
              at={at++}
              choice={choice}
              active={active}
              saved={choice.kind === 'paper' && savedIds.has(choice.finding.paper.id)}
              onOpen={onOpen}
              onToggleSaved={onToggleSaved}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type RowProps = Pick<Props, 'active' | 'onOpen' | 'onToggleSaved'> & {
  at: number;
  choice: Choice;
  saved: boolean;
};

function ChoiceRow({ at, choice, active, saved, onOpen, onToggleSaved }: RowProps) {
  const text = useText();
  const row = useRef<HTMLAnchorElement>(null);
  const isActive = at === active;
  useEffect(() => {
    // jsdom has no layout, and no scrollIntoView with it.
    if (isActive) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive]);
  return (
    <div class={isActive ? 'choice-row choice-row-active' : 'choice-row'} role="presentation">
      <a
        ref={row}
        id={choiceElementId(at)}
        class="choice-open"
        role="option"
        aria-selected={isActive}
        href={addressOfChoice(choice)}
        tabIndex={-1}
        onClick={(event) => {
          event.preventDefault();
          onOpen(choice, event.ctrlKey || event.metaKey ? 'behind' : 'front');
        }}
      >
        <ChoiceText choice={choice} />
        {saved && <span class="visually-hidden">{text('library_saved')}</span>}
      </a>
      {choice.kind === 'paper' && (
        <button
          type="button"
          class={saved ? 'button-icon button-saved' : 'button-icon button-save'}
          tabIndex={-1}
          aria-hidden="true"
          title={saved ? text('library_remove') : text('library_save')}
          onClick={() => onToggleSaved(choice)}
        >
          <SaveIcon saved={saved} />
        </button>
      )}
    </div>
  );
}

function ChoiceText({ choice }: { choice: Choice }) {
  const text = useText();
  if (choice.kind === 'paper')
    return <PaperLine paper={choice.finding.paper} matched={choice.finding.matched} />;
  return (
    <span class="choice-away">
      <AwayIcon />
      {choice.kind === 'id'
        ? text('popup_open_id', {
            id: choice.version === null ? choice.id : `${choice.id}v${choice.version}`,
          })
        : text('popup_search_arxiv', { query: choice.query })}
    </span>
  );
}
