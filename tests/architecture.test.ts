import { expect, test } from 'vitest';
import ts from 'typescript';
import { join } from 'node:path';
import { ROOT } from './browser/command';
import { IMPORT_TABLE, PACKAGE_PLACES } from './import-table';
import { fileAt, importsOf, SOURCE_FILES } from './source-files';

type Row = { mayImport: readonly string[]; dom: string; browserApi: string };

const ROWS = new Map<string, Row>(
  IMPORT_TABLE.flatMap(([folders, mayImport, dom, browserApi]) =>
    folders
      .split(', ')
      .map((folder): [string, Row] => [folder, { mayImport: namesIn(mayImport), dom, browserApi }]),
  ),
);
const TOP_LEVEL = ['components', 'entrypoints', 'pipeline', 'bench'];
/** What no import path leads to by accident: text in the reader's language is data, typed from its JSON. */
const MESSAGES = 'public/_locales/';

test.each(SOURCE_FILES)('%s imports only what its folder may', (file) => {
  const imported = importsOf(file, { types: true });
  expect(imported.filter((target) => !mayImport(file, target))).toEqual([]);
});

test('nothing the content script reaches opens a database, imports a dataset or loads validators', () => {
  const scripts = ['arxiv.content', 'arxiv-rows.content', 'arxiv-html.content'];
  const reached = new Set(scripts.flatMap((name) => [...reachableFrom(`entrypoints/${name}/index.ts`)]));
  expect(reached.size).toBeGreaterThan(5);
  const forbidden =
    /^(dexie|valibot|fflate|jsdom|node)$|^lib\/(db|corpus|dataset|library|pack|search|related)\/|^lib\/rpc\/(server|params)|model/;
  expect([...reached].filter((file) => forbidden.test(file))).toEqual([]);
});

test('nothing the content script reaches brings the tables that make TeX readable', () => {
  const scripts = ['arxiv.content', 'arxiv-rows.content', 'arxiv-html.content'];
  const reached = new Set(scripts.flatMap((name) => [...reachableFrom(`entrypoints/${name}/index.ts`)]));
  expect([...reached].filter((file) => /^lib\/core\/tex/.test(file))).toEqual([]);
});

test('folders use the DOM and the browser only as the table says', () => {
  const program = ts.createProgram(
    SOURCE_FILES.map((file) => join(ROOT, file)),
    compilerOptions(),
  );
  const misuses = SOURCE_FILES.flatMap((file) => {
    const source = program.getSourceFile(join(ROOT, file));
    const row = ROWS.get(folderOf(file));
    if (!source || !row) return [`${file}: not in the program, or in no row of the table`];
    return globalsOf(source, program.getTypeChecker())
      .filter((name) => isForbidden(name, file, row))
      .map((name) => `${file}: ${name}`);
  });
  expect(misuses).toEqual([]);
}, 60_000);

/** `extract (rules)` is the folder `extract`. */
function namesIn(cell: string): string[] {
  return cell.split(', ').map((name) => name.replace(/ \(.*\)$/, ''));
}

/** The name a file's folder has in the table: `lib/core/paper.ts` is in `core`. */
function folderOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'lib' ? second : top;
}

function mayImport(file: string, target: string): boolean {
  if (target.startsWith(MESSAGES)) return true;
  const isOurs = target.startsWith('lib/') || TOP_LEVEL.some((folder) => target.startsWith(`${folder}/`));
  if (!isOurs) return (PACKAGE_PLACES[target] ?? []).some((place) => file.startsWith(place));
  const from = folderOf(file);
  const to = folderOf(target);
  const allowed = ROWS.get(from)?.mayImport ?? [];
  return from === to || allowed.includes(to) || (allowed.includes('lib') && target.startsWith('lib/'));
}

function reachableFrom(start: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = fileAt(path) ?? path;
    if (reached.has(file)) continue;
    reached.add(file);
    if (fileAt(path) !== undefined) waiting.push(...importsOf(file, { types: false }));
  }
  return reached;
}

const DOM_ROOTS = /^(document|window|location|self|localStorage|sessionStorage|getComputedStyle)$/;
const DOM_NAMES =
  /^(DOMParser|XMLSerializer|\w+Observer|customElements|Document\w*|Element|Node\w*|Range|Text|Event|(?:HTML|SVG|CSS)\w+|ShadowRoot)$/;

function isForbidden(name: string, file: string, row: Row): boolean {
  if (/^(chrome|browser)$/.test(name)) return row.browserApi !== 'yes';
  if (/^(indexedDB|IDB\w+)$/.test(name)) return !file.startsWith('lib/db/');
  if (DOM_ROOTS.test(name)) return row.dom !== 'yes';
  return DOM_NAMES.test(name) && row.dom === '-';
}

/** Names in a file that mean something of the browser's: declared by TypeScript's DOM library, or nowhere. */
function globalsOf(source: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node)) {
      const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
      if (declarations.every((declaration) => declaration.getSourceFile().isDeclarationFile))
        names.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...names];
}

/** True for `y` in `x.y`, in `{ y: 1 }` and in `<a y="1">`, which are no names of their own. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isImportSpecifier(parent) || ts.isImportClause(parent)) return true;
  return (
    (ts.isPropertyAssignment(parent) || ts.isJsxAttribute(parent) || ts.isBindingElement(parent)) &&
    (ts.isBindingElement(parent) ? parent.propertyName : parent.name) === node
  );
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT).options;
}
