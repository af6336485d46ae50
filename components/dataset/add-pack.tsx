import type { Added } from '@/lib/core/corpus-status';
import { countText, dayText } from '../format';
import type { Text } from '../make-text';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { adviceOf } from './dataset-words';
import type { Datasets } from './datasets';
import { PartsProgress, usePartsWork } from './parts-work';

/** How the dataset becomes newer, and the way to add one from a file. */
export function AddPack({ datasets, acts }: { datasets: Datasets; acts: Acts }) {
  const text = useText();
  const work = usePartsWork<Added>();
  return (
    <section class="sheet-part">
      <h3 class="sheet-subtitle">{text('dataset_newer')}</h3>
      <p>{text('dataset_newer_release')}</p>
      <p>{text('dataset_newer_file')}</p>
      <label class="dataset-file">
        {text('dataset_choose')}
        <input
          type="file"
          multiple
          accept=".zip,.json,.bin"
          disabled={work.running !== null}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            // The same file may be chosen again, to go on.
            currentTarget.value = '';
            if (files.length > 0)
              work.start(acts, (progress, signal, waits) => datasets.add(files, progress, signal, waits));
          }}
        />
      </label>
      {work.running && <PartsProgress work={work} words={text('dataset_adding')} />}
      <p role="status">{!work.running && work.outcome && addedText(text, work.outcome)}</p>
      <p>{text('dataset_newer_dump')}</p>
    </section>
  );
}

function addedText(text: Text, added: Added): string {
  switch (added.state) {
    case 'added':
      return text('dataset_added_now', { count: countText(added.papers), day: dayText(added.date) });
    case 'there':
      return text('dataset_added_there', { day: dayText(added.date) });
    case 'too-many':
      return text('dataset_added_too_many', { count: countText(added.most) });
    case 'failed': {
      const { what, todo } = adviceOf(text, added.code);
      return `${what}. ${todo}`;
    }
  }
}
