/** A paper as every peer is given it: what the bundle knows to find it by. */
export type BenchPaper = { id: string; title: string; authors: string; terms: string };

/** An index that was built. */
export type Built = {
  /** Ids, best first where the peer ranks. */
  search(query: string): Promise<readonly string[]>;
  /** Bytes of what is kept between two starts, and the index opened again from them alone. */
  reopened(): Promise<{ bytes: number; open: () => Promise<Built> }>;
};

/** A way to search, measured beside ours. `ranked` is false where hits come without an order of merit. */
export type Peer = { name: string; ranked: boolean; build(papers: readonly BenchPaper[]): Promise<Built> };

/** One that runs in a service worker too: there it is opened from one file that a page kept before. */
export type StoredPeer = {
  kept(papers: readonly BenchPaper[]): Promise<Blob>;
  open(kept: Blob): Promise<Asked>;
};

/** What is asked in a worker. `outside`: bytes of WebAssembly's memory, which the browser does not count with the heap. */
export type Asked = Pick<Built, 'search'> & { outside?: () => number };

export const SHOWN = 10;
