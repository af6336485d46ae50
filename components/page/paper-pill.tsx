import { useState } from 'preact/hooks';
import type { PaperId } from '@/lib/core/paper-id';
import type { FactGroup, RelatedRow } from '@/lib/core/shown';
import { useText } from '../text';
import { Brand } from './brand';
import { FactTable } from './fact-table';
import { RelatedPaperRow } from './related-row';
import { SaveButton } from './save-button';

type Props = {
  title: string;
  /** Null until the background has said. */
  saved: boolean | null;
  groups: readonly FactGroup[];
  related: readonly RelatedRow[];
  relatedSaved: ReadonlySet<PaperId>;
  problem: string | null;
  onToggleSaved: () => void;
  onToggleRelated: (row: RelatedRow) => void;
};

/** What an abstract page says of a paper, at the edge of its HTML version, unfolded on demand. */
export function PaperPill(props: Props) {
  const { title, saved, groups, related, relatedSaved, problem } = props;
  const text = useText();
  const [open, setOpen] = useState<'facts' | 'related' | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const fold = (part: 'facts' | 'related', label: string) => (
    <button
      type="button"
      class="fold"
      aria-expanded={open === part}
      onClick={() => setOpen(open === part ? null : part)}
    >
      {label}
    </button>
  );
  return (
    <section
      class="pill"
      aria-label={text('page_pill_name')}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(null)}
    >
      {open !== null && (
        <div class="unfolded">
          {open === 'facts' ? (
            <FactTable
              groups={groups}
              chosen={chosen}
              onChoose={({ id }) => setChosen(id === chosen ? null : id)}
              onWrong={null}
            />
          ) : (
            <ul class="rows">
              {related.map((row) => (
                <RelatedPaperRow
                  key={row.id}
                  row={row}
                  isSaved={relatedSaved.has(row.id)}
                  onToggleSaved={() => props.onToggleRelated(row)}
                />
              ))}
            </ul>
          )}
        </div>
      )}
      <div class="line">
        <Brand />
        {problem !== null && (
          <span class="problem" role="alert">
            {problem}
          </span>
        )}
        {groups.length > 0 && fold('facts', text('page_pill_facts'))}
        {related.length > 0 && fold('related', text('page_related'))}
        {/* The pill grows from its right edge: what comes later must not push this from under the pointer. */}
        {saved !== null && <SaveButton isSaved={saved} onToggle={props.onToggleSaved} of={title} />}
      </div>
    </section>
  );
}
