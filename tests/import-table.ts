/** Who may import whom. docs/architecture.md shows the same rows; tests/architecture.test.ts holds the code to them. */
export const IMPORT_TABLE: readonly (readonly [
  folders: string,
  mayImport: string,
  dom: string,
  browserApi: string,
])[] = [
  ['core', 'nothing', '-', '-'],
  ['extract, search', 'core', '-', '-'],
  ['related', 'core, search', '-', '-'],
  ['page', 'core', 'handed in', '-'],
  ['pack', 'core, extract, search, related', '-', '-'],
  ['db', 'core, dexie', '-', '-'],
  ['corpus', 'core, extract, search, related, pack, db', '-', '-'],
  ['dataset', 'core, pack, db', '-', '-'],
  ['library', 'core, search, db', '-', '-'],
  ['exchange', 'core', '-', '-'],
  ['settings, rpc', 'core', '-', 'storage / runtime'],
  ['components', 'core, preact', 'yes', '-'],
  ['features', 'core, page, extract (rules), rpc, components, preact', 'handed in', '-'],
  ['entrypoints', 'lib, components, preact', 'yes', 'yes'],
  ['pipeline', 'core, page, extract, search, related, pack, exchange', 'jsdom', 'Node'],
  ['bench', 'anything', '-', 'Node, a built extension'],
];

/** Packages and the only places that may import them: files or folders. */
export const PACKAGE_PLACES: Readonly<Record<string, readonly string[]>> = {
  '@tanstack/virtual-core': ['components'],
  'd3-force': ['components/explore'],
  dexie: ['lib/db'],
  fflate: ['pipeline', 'lib/exchange/write-file'],
  jsdom: ['pipeline'],
  marked: ['components/note'],
  preact: ['components', 'lib/features', 'entrypoints'],
  valibot: ['lib/rpc/params', 'lib/rpc/server', 'lib/exchange', 'lib/pack'],
  'webextension-polyfill': ['entrypoints', 'lib/rpc/client', 'lib/rpc/server', 'lib/settings'],
  wxt: ['entrypoints'],
  node: ['pipeline'],
};
