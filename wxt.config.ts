import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { pageWords } from './pipeline/release/page-words';
import { repackZip } from './pipeline/release/repack-zip';
import { smallPack } from './pipeline/release/small-pack';
import { ARXIV_MATCHES } from './lib/core/hosts';

// Without a key the id of an unpacked Chrome build, and with it the reader's database, depends on
// the folder it was loaded from. The Chrome Web Store assigns its own, so zips leave it out.
const UNPACKED_CHROME_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApmOpN/yRRkk69uQiHA5q92LHUuBlnfMWTqCqggENMuULdslUrS9xQrxRvL/YezbQEpmCvc1SjJbdxzhuZ/gwfzDZspcAzOROykMdntGLTNIr4+wPKRHsUeG0S3Apxiro7Um6XNJ6e85aGO/IJJQNUjkYnFbaC/2wysBzq0IEhlnY75057Ak2LFJ1RyNnoiKGiGvKTZEpm530Rx8zMVF7wfGA2nLOGVXfxHsdJiZ44qw7DnSkAOyyoumoFT2jKRFs4ifLEfAD+Fl+pbiwd67JTGRXSFHNZU1GSM8szF5FtO39Ze35qRVXshYiQrSzxMWza5ZuDvWvWvOX8gq5cTHIqQIDAQAB';
const GECKO_ID = '{2e74f3ff-5b0a-48ab-8558-bc1eba940801}';

// Modules that the content script's bundle has others for: each file says why.
const IN_PAGES = {
  'webextension-polyfill': fileOf('platform-browser'),
  'wxt/utils/content-script-context': fileOf('no-context'),
};

// Its package gives bundlers a script for browsers of ten years ago, wrapped so that it cannot be read in part:
// a third of what a stopped background takes to start.
const MODERN_DEXIE = fileURLToPath(new URL('node_modules/dexie/dist/modern/dexie.mjs', import.meta.url));

function fileOf(name: string): string {
  return fileURLToPath(new URL(`entrypoints/arxiv.content/${name}.ts`, import.meta.url));
}

const LOCALES = fileURLToPath(new URL('public/_locales', import.meta.url));

const isZip = process.argv.includes('zip');

// No auto-imports: every name is imported, so tests and grep can follow it.
// No Preact plugin: the compiler reads `jsxImportSource` from tsconfig.json.
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // The oldest browsers the manifest lets in: nothing is rewritten for older ones.
  vite: () => ({
    build: { target: ['chrome123', 'firefox142'] },
    resolve: { alias: { dexie: MODERN_DEXIE } },
  }),
  hooks: {
    // Browser tests start dozens of profiles: their build has a part of the dataset.
    'build:publicAssets': (wxt, files) => {
      if (wxt.config.mode !== 'e2e') return;
      const others = files.filter(
        ({ relativeDest }) => !relativeDest.replaceAll('\\', '/').startsWith('dataset/'),
      );
      const folder = smallPack();
      const small = readdirSync(folder).filter((name) => /\.(?:bin|json)$/.test(name));
      const cut = small.map((name) => ({
        absoluteSrc: join(folder, name),
        relativeDest: posix.join('dataset', name),
      }));
      files.splice(0, files.length, ...others, ...cut);
    },
    'zip:extension:done': (_, path) => repackZip(path),
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.every(({ type }) => type === 'content-script')) return;
      config.resolve = { alias: { ...config.resolve?.alias, ...IN_PAGES } };
      config.plugins = [config.plugins, pageWords(LOCALES)];
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'contextMenus',
      ...(browser === 'firefox' ? ['clipboardWrite'] : []),
    ],
    host_permissions: ARXIV_MATCHES,
    omnibox: { keyword: 'ax' },
    // None that another tool for papers has: Alt+Shift+E, H and O are taken.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
      'save-paper': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_command_save__' },
      'open-library': { suggested_key: { default: 'Alt+Shift+B' }, description: '__MSG_command_library__' },
    },
    options_ui: { page: 'library.html', open_in_tab: true },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123', ...(isZip ? {} : { key: UNPACKED_CHROME_KEY }) }),
  }),
});
