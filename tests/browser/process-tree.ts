import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { platform } from 'node:process';

/** Ends a browser and its helpers at once, as a crash of the machine would. */
export async function killTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  // Puppeteer starts browsers as leaders of their own process group, except on Windows.
  if (platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
  await ended;
}
