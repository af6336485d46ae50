import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './browser/command';
import { IMPORT_TABLE } from './import-table';

const FILES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)));
const DOCUMENTS = FILES.filter((file) => file.endsWith('.md'));
const TEXT = FILES.filter((file) => /\.(tsx?|js|json|md|css|html|svg|yml)$|^\.ci\//.test(file)).filter(
  (file) => !file.startsWith('public/dataset/'),
);
const TOP_FOLDERS = new Set(
  FILES.map((file) => file.split('/')[0] ?? '').filter((name) => !name.startsWith('.')),
);

test('docs/architecture.md shows the import table that the code is held to', () => {
  const page = read('docs/architecture.md');
  const rows = IMPORT_TABLE.map((cells) => `| ${cells.join(' | ')} |`);
  const heading = /^\| *folder *\| *may import *\|.*\n\|[-| ]+\|\n((?:\|.*\n)+)/m.exec(page);
  expect(heading?.[1]?.trimEnd().split('\n').map(squeezed)).toEqual(rows);
});

test.each(DOCUMENTS)('every path that %s names is there', (document) => {
  const text = read(document);
  const linked = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) =>
    join(document, '..', target),
  );
  const quoted = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => TOP_FOLDERS.has(path.split('/')[0] ?? ''));
  const missing = [...linked, ...quoted].filter((path) => !existsSync(join(ROOT, path)));
  expect(missing).toEqual([]);
});

test('no file knows the machine it was written on, or a package registry', () => {
  const machine = new RegExp(
    ['/wo' + 'rk/', '/ro' + 'ot/', '/home/\\w+/', 'registry\\.(?:npm|yarn)'].join('|'),
  );
  expect(TEXT.filter((file) => machine.test(read(file)))).toEqual([]);
});

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function squeezed(row: string): string {
  return row.replace(/ +/g, ' ');
}
