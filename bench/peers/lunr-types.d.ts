// lunr has no types of its own: what the bench uses of it.
declare module 'lunr' {
  type Builder = { ref(field: string): void; field(name: string): void; add(document: object): void };
  class Index {
    static load(serialized: unknown): Index;
    search(query: string): { ref: string; score: number }[];
  }
  const lunr: { (configure: (builder: Builder) => void): Index; Index: typeof Index };
  export = lunr;
}
