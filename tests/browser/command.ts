import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { platform } from 'node:process';
import { fileURLToPath } from 'node:url';

/** The project's folder, where every tool is run. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type Ended = { status: number; output: string };

/**
 * Runs a tool of `node_modules`. Its output is kept, and passed through as well with `show`.
 * A tool that a signal ended has status 1.
 */
export async function runTool(name: string, args: readonly string[], show = false): Promise<Ended> {
  const program = join(ROOT, 'node_modules', '.bin', platform === 'win32' ? `${name}.cmd` : name);
  const child = spawn(program, args, {
    cwd: ROOT,
    shell: platform === 'win32',
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (show) process.stdout.write(chunk);
    });
  }
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  return { status, output: Buffer.concat(chunks).toString() };
}

/** Tools write to a pipe here: they are told whether colours would reach a terminal. */
function environment(): NodeJS.ProcessEnv {
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  // Both at once make Node complain on every start.
  return { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...colours };
}
