import Dexie, { type EntityTable, type Table } from 'dexie';
import type { CountedPapers, Coverage, DatasetErrorCode, PackOrigin } from '@/lib/core/corpus-status';
import type { Paper } from '@/lib/core/paper';
import type { PaperId } from '@/lib/core/paper-id';

/**
 * Raise when the layout below changes. The corpus is a copy of what was shipped or seen on a page,
 * so an old one is dropped and brought in again, never migrated.
 */
const CORPUS_FORMAT = 2;

const corpusName = (format: number) => `corpus-${format}`;

export const CORPUS_NAME = corpusName(CORPUS_FORMAT);

/**
 * One dataset. Its blocks answer only once it is `ready`; until then `nextPart` is the first part
 * that is not stored. One that the reader took away is `removed`, so that it does not come back by
 * itself. `code`, `tries` and `failedAt` tell of the last failure, and are null, 0 and null while all
 * is well.
 */
export type PackRow = {
  id: string;
  origin: PackOrigin;
  state: 'importing' | 'ready' | 'removed';
  nextPart: number;
  parts: number;
  /** Of all parts, as they were shipped. */
  bytes: number;
  /** Where its papers are from. */
  source: string;
  format: number;
  analyser: number;
  papers: number;
  date: string | null;
  coverage: Coverage;
  /** What of it newer packs have too: there it is those that answer. */
  repeats: CountedPapers;
  code: DatasetErrorCode | null;
  tries: number;
  failedAt: number | null;
};

/**
 * What it takes to check a stored part: the bytes it began with, which say which blocks follow, and the
 * hash of it all.
 */
export type PartRow = { pack: string; part: number; sha256: string; head: Uint8Array };

/** A paper as pages showed it. `at` is when it changed last, in milliseconds; `layer` where it is searched. */
export type CapturedRow = { id: PaperId; at: number; paper: Paper; layer: LayerName };

/**
 * Captured papers are searched in segments of their own, whose blocks lie beside those of packs
 * under the name `blocks`: a small one, written anew whenever papers are met, and those it is
 * folded into when it has grown, `older` the first of them. `written` rises with each writing.
 */
export type LayerName = 'recent' | 'older' | `older-${number}`;
export type LayerRow = {
  name: LayerName;
  blocks: string;
  papers: number;
  written: number;
  format: number;
  analyser: number;
};

/** The blocks of one transaction: `answers` in the order asked, undefined where there is none. */
export type BlockReading = {
  ask(key: string): void;
  answers(): Promise<(Uint8Array | undefined)[]>;
};

export class CorpusDb extends Dexie {
  packs!: EntityTable<PackRow, 'id'>;
  parts!: Table<PartRow, [string, number]>;
  blocks!: Table<Uint8Array, string>;
  captured!: EntityTable<CapturedRow, 'id'>;
  layers!: EntityTable<LayerRow, 'name'>;

  constructor(format = CORPUS_FORMAT) {
    super(corpusName(format), { chromeTransactionDurability: 'relaxed' });
    // The blocks have keys of their own: a value that repeated its key would not be the bytes shipped.
    this.version(1).stores({
      packs: 'id, state',
      parts: '[pack+part]',
      blocks: '',
      captured: 'id, at, layer',
      layers: 'name',
    });
  }

  /**
   * Blocks by key, all in one transaction, to be asked for in the breath that this is called in. Past Dexie, whose
   * bookkeeping for each of a hundred small reads takes longer than the reads; nothing watches blocks.
   */
  beginReading(): BlockReading {
    const transaction = this.backendDB().transaction('blocks', 'readonly');
    const store = transaction.objectStore('blocks');
    const asked: IDBRequest<unknown>[] = [];
    return {
      ask: (key) => void asked.push(store.get(key)),
      answers: () =>
        new Promise((resolve, reject) => {
          const failed = () => reject(transaction.error ?? new Error('reading blocks was aborted'));
          transaction.onabort = failed;
          transaction.onerror = failed;
          const last = asked.at(-1);
          if (!last) return resolve([]);
          // Requests of a transaction are answered in order; waiting for its end would cost a turn more.
          last.onsuccess = () =>
            resolve(asked.map(({ result }) => (result instanceof Uint8Array ? result : undefined)));
        }),
    };
  }

  /** Blocks by key, undefined where there is none. */
  readBlocks(keys: readonly string[]): Promise<(Uint8Array | undefined)[]> {
    const reading = this.beginReading();
    for (const key of keys) reading.ask(key);
    return reading.answers();
  }

  /** Blocks of a pack, undefined where there is none. */
  readBlocksOf(
    pack: string,
    blocks: readonly { kind: string; index: number }[],
  ): Promise<(Uint8Array | undefined)[]> {
    return this.readBlocks(blocks.map(({ kind, index }) => blockKey(pack, kind, index)));
  }

  /** Everything that lies under this name; call inside a transaction that has `blocks`. */
  async deleteBlocks(pack: string): Promise<void> {
    await this.blocks.where(':id').startsWith(`${pack}/`).delete();
  }

  /** The blocks of a pack and what they are checked by; call inside a transaction that has both. */
  async deleteContent(pack: string): Promise<void> {
    await this.deleteBlocks(pack);
    await this.parts.where('[pack+part]').between([pack, Dexie.minKey], [pack, Dexie.maxKey]).delete();
  }
}

/** Newest first: a paper in several packs is that of the first. */
export function newestFirst(a: Pick<PackRow, 'id' | 'date'>, b: Pick<PackRow, 'id' | 'date'>): number {
  return (b.date ?? '').localeCompare(a.date ?? '') || (a.id < b.id ? -1 : 1);
}

/** Where a block is stored. Pack ids are hexadecimal. */
export function blockKey(pack: string, kind: string, index: number): string {
  return `${pack}/${kind}/${index}`;
}

/** Removes the databases of other formats. */
export async function dropOtherCorpora(): Promise<void> {
  const names = await Dexie.getDatabaseNames();
  const stale = names.filter((name) => /^corpus-\d+$/.test(name) && name !== CORPUS_NAME);
  await Promise.all(stale.map((name) => Dexie.delete(name)));
}
