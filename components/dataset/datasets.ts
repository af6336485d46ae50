import type { Added, PackShown, Verified } from '@/lib/core/corpus-status';
import type { Watch } from '../shown';

export type PartProgress = (done: number, total: number) => void;

/** The datasets of this browser, as the panel is handed them. */
export type Datasets = {
  /** Newest first; those on their way and the packaged one that was removed among them. */
  packs: Watch<readonly PackShown[]>;
  /**
   * From one .zip of a dataset's folder, or from the files of that folder. `waits` is told when another page is at the
   * datasets, and has to end first. Never rejects.
   */
  add: (
    files: readonly File[],
    progress: PartProgress,
    signal: AbortSignal,
    waits: () => void,
  ) => Promise<Added>;
  /** Compares what is stored with the hashes it was shipped with. */
  verify: (id: string, progress: PartProgress, signal: AbortSignal) => Promise<Verified>;
  remove: (id: string) => Promise<unknown>;
};
