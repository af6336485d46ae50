import { useState } from 'preact/hooks';
import type { PackShown, Verified } from '@/lib/core/corpus-status';
import { bytesText } from '../byte-size';
import { countText, dayText } from '../format';
import type { Text } from '../make-text';
import { useText } from '../text';
import type { Acts } from '../use-notice';
import { adviceOf } from './dataset-words';
import type { Datasets } from './datasets';
import { PartsProgress, usePartsWork } from './parts-work';

type Props = { packs: readonly PackShown[]; datasets: Datasets; acts: Acts; onPutBack: () => void };

/** Every dataset there is, with what can be done to it. */
export function PackList({ packs, ...rest }: Props) {
  return (
    <ul class="packs">
      {packs.map((pack) => (
        <PackItem key={pack.id} pack={pack} {...rest} />
      ))}
    </ul>
  );
}

function PackItem({ pack, datasets, acts, onPutBack }: Omit<Props, 'packs'> & { pack: PackShown }) {
  const text = useText();
  const work = usePartsWork<Verified>();
  const [isAsked, setIsAsked] = useState(false);
  const name = packName(text, pack);
  const isReady = pack.state === 'ready';
  return (
    <li class="pack">
      <h4 class="pack-name">{name}</h4>
      <p class="pack-about">{packAbout(text, pack)}</p>
      {pack.source !== '' && (
        <p class="pack-about">
          <bdi>{pack.source}</bdi>
        </p>
      )}
      {stateOf(text, pack) !== '' && <p class="pack-state">{stateOf(text, pack)}</p>}
      {work.running && <PartsProgress work={work} words={text('dataset_verifying')} />}
      <p class="pack-about" role="status">
        {!work.running && work.outcome && verifiedText(text, pack, work.outcome)}
      </p>
      {isAsked && <p>{text('dataset_remove_sure', { size: bytesText(pack.bytes) })}</p>}
      <div class="pack-acts">
        {isReady && !work.running && !isAsked && (
          <button
            type="button"
            class="button"
            aria-label={text('dataset_verify_name', { name })}
            onClick={() => work.start(acts, (progress, signal) => datasets.verify(pack.id, progress, signal))}
          >
            {text('dataset_verify')}
          </button>
        )}
        {pack.state === 'removed' && (
          <button type="button" class="button" onClick={onPutBack}>
            {text('dataset_put_back')}
          </button>
        )}
        {pack.state !== 'removed' && !work.running && (
          <button
            type="button"
            class="button"
            aria-label={isAsked ? undefined : text('dataset_remove_name', { name })}
            onClick={() => {
              if (isAsked) acts.attempt(() => datasets.remove(pack.id));
              setIsAsked(!isAsked);
            }}
          >
            {isAsked ? text('dataset_remove_yes') : text('dataset_remove')}
          </button>
        )}
        {isAsked && (
          <button type="button" class="button-text" onClick={() => setIsAsked(false)}>
            {text('dataset_keep')}
          </button>
        )}
      </div>
    </li>
  );
}

function packName(text: Text, { origin, date }: PackShown): string {
  const day = date === null ? '' : dayText(date);
  return origin === 'packaged' ? text('dataset_packaged', { day }) : text('dataset_added', { day });
}

function packAbout(text: Text, { state, papers, ownPapers, bytes }: PackShown): string {
  const values = { count: countText(papers), size: bytesText(bytes) };
  if (state !== 'ready' || ownPapers === papers) return text('dataset_pack_about', values);
  return text('dataset_pack_about_own', { ...values, own: countText(ownPapers) });
}

/** What is to be said of one that does not answer, or not yet. */
function stateOf(text: Text, { state, origin, code, done, parts }: PackShown): string {
  if (state === 'removed') return text('dataset_removed');
  if (state === 'ready') return '';
  const progress = text('dataset_progress', { done: countText(done), total: countText(parts) });
  const what = code === null ? '' : `${adviceOf(text, code).what}. `;
  return origin === 'added' ? what + text('dataset_unfinished', { progress }) : what + progress;
}

function verifiedText(text: Text, { origin }: PackShown, verified: Verified): string {
  switch (verified.state) {
    case 'whole':
      return text('dataset_verified', { count: countText(verified.parts) });
    case 'stopped':
      return text('dataset_verify_stopped', { count: countText(verified.parts) });
    case 'damaged': {
      const part = countText(verified.part);
      return origin === 'packaged'
        ? text('dataset_damaged', { part })
        : text('dataset_damaged_added', { part });
    }
  }
}
