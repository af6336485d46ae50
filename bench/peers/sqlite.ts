import start, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { SHOWN, type BenchPaper, type Built, type Peer, type StoredPeer } from './peer';

export const sqlite: Peer = {
  name: 'SQLite FTS5 (wasm)',
  ranked: true,
  async build(papers) {
    const sqlite3 = await start();
    return opened(sqlite3, filled(sqlite3, papers));
  },
};

/** What it keeps in a worker: its file, read whole, as none of its ways to read a file by the page runs there. */
export const storedSqlite: StoredPeer = {
  async kept(papers) {
    const sqlite3 = await start();
    const bytes = sqlite3.capi.sqlite3_js_db_export(filled(sqlite3, papers));
    return new Blob([bytes.slice()]);
  },
  async open(kept) {
    const [sqlite3, bytes] = await Promise.all([start(), kept.arrayBuffer()]);
    const outside = (): number => sqlite3.wasm.heap8u().buffer.byteLength;
    return { ...opened(sqlite3, fromBytes(sqlite3, new Uint8Array(bytes))), outside };
  },
};

function filled(sqlite3: Sqlite3Static, papers: readonly BenchPaper[]): Database {
  const database = new sqlite3.oo1.DB(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE paper USING fts5(id UNINDEXED, title, authors, terms, tokenize='unicode61', prefix='2 3 4'); BEGIN`,
  );
  const insert = database.prepare('INSERT INTO paper VALUES (?, ?, ?, ?)');
  for (const { id, title, authors, terms } of papers) insert.bind([id, title, authors, terms]).stepReset();
  insert.finalize();
  database.exec('COMMIT');
  return database;
}

function opened(sqlite3: Sqlite3Static, database: Database): Built {
  const ask = (match: string): string[] =>
    database
      .selectValues('SELECT id FROM paper WHERE paper MATCH ? ORDER BY bm25(paper, 0, 2, 1, 1) LIMIT ?', [
        match,
        SHOWN,
      ])
      .map(String);
  return {
    search: async (query) => {
      const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
      const quoted = words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`);
      const all = quoted.length > 0 ? ask(quoted.join(' ')) : [];
      return all.length > 0 || quoted.length < 2 ? all : ask(quoted.join(' OR '));
    },
    reopened: async () => {
      const bytes = sqlite3.capi.sqlite3_js_db_export(database);
      return { bytes: bytes.length, open: async () => opened(sqlite3, fromBytes(sqlite3, bytes)) };
    },
  };
}

function fromBytes(sqlite3: Sqlite3Static, bytes: Uint8Array): Database {
  const { capi, wasm, oo1 } = sqlite3;
  const database = new oo1.DB();
  const pointer = wasm.allocFromTypedArray(bytes);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
  const status = capi.sqlite3_deserialize(
    database.pointer ?? 0,
    'main',
    pointer,
    bytes.length,
    bytes.length,
    flags,
  );
  database.checkRc(status);
  return database;
}
