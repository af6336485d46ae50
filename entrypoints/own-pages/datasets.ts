import type { Datasets } from '@/components/dataset/datasets';
import { addPack, packFiles, removePack, verifyPack, watchPacks } from '@/lib/dataset';
import type { CorpusDb } from '@/lib/db/corpus';
import type { Estimate } from '@/lib/db/storage-error';
import { troubleOf } from './reader';

/** `goOn` brings the packaged dataset in again, from its first damaged part on. */
export function datasetsIn(
  db: CorpusDb,
  { estimate, goOn }: { estimate: Estimate; goOn: () => void },
): Datasets {
  const { locks } = navigator;
  return {
    packs: (next, failed) => watchPacks(db, next, (error) => failed(troubleOf(error))),
    add: (files, progress, signal, waits) =>
      addPack({ db, source: packFiles(files), locks, signal, estimate, progress, waits }),
    verify: async (id, progress, signal) => {
      const verified = await verifyPack({ db, signal, progress }, id);
      if (verified.state === 'damaged') goOn();
      return verified;
    },
    remove: (id) => removePack(db, locks, id),
  };
}
