import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';
import { ROOT } from './browser/command';

/** The extension's and the pipeline's own code, as paths from the project's folder. */
export const SOURCE_FILES: readonly string[] = ['components', 'entrypoints', 'lib', 'pipeline']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      `${folder}/${file}`.replaceAll('\\', '/'),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .sort();

function sourceOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** What a file imports or re-exports: paths from the project's folder, or names of packages (`node` for Node's own). */
export function importsOf(file: string, { types }: { types: boolean }): string[] {
  const source = types ? sourceOf(file) : withoutTypes(file);
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => targetOf(file, fileName));
}

/** The source file an import path means, or undefined for anything else. */
export function fileAt(path: string): string | undefined {
  const candidates = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => path + end);
  return candidates.find((candidate) => /\.tsx?$/.test(candidate) && existsSync(join(ROOT, candidate)));
}

function targetOf(file: string, name: string): string {
  const [path = name] = name.split('?');
  if (path.startsWith('@/')) return path.slice(2);
  if (path.startsWith('.')) return join(dirname(file), path);
  if (path.startsWith('node:')) return 'node';
  const parts = path.split('/');
  return parts.slice(0, path.startsWith('@') ? 2 : 1).join('/');
}

/** `import type` leaves nothing in the bundle, so it is no way in. */
function withoutTypes(file: string): string {
  const { outputText } = ts.transpileModule(sourceOf(file), {
    fileName: file,
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ESNext,
      verbatimModuleSyntax: true,
      jsx: ts.JsxEmit.Preserve,
    },
  });
  return outputText;
}
