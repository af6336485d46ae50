import type { Asked, BenchPaper, StoredPeer } from '../peers/peer';

/** What is run of a contender: `prepare` in a page, once, and `open` in a worker, at each of its starts. */
export type Contender = { prepare(size: number): Promise<number>; open(): Promise<Asked> };

const FILE = 'kept';

/** A peer that keeps one file, in the folder that the browser has for each origin. */
export function contenderOf(peer: StoredPeer): Contender {
  return {
    async prepare(size) {
      const papers = (await (await fetch('papers.jsonl')).text()).split('\n').slice(0, size);
      const kept = await peer.kept(papers.map((line) => JSON.parse(line) as BenchPaper));
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle(FILE, { create: true })).createWritable();
      await file.write(kept);
      await file.close();
      return kept.size;
    },
    async open() {
      const folder = await navigator.storage.getDirectory();
      return peer.open(await (await folder.getFileHandle(FILE)).getFile());
    },
  };
}
