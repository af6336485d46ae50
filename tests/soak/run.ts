/** Runs one soak by name: `npm run soak -- pages 5000`, `npm run soak -- kills 20`. Without a name, all of them as they are. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool } from '../browser/command';

const FOLDER = join(ROOT, 'tests', 'soak');
const ENDING = '.soak.ts';
const [wanted, ...args] = process.argv.slice(2);
const all = readdirSync(FOLDER).filter((file) => file.endsWith(ENDING));
const chosen = wanted === undefined ? all : all.filter((file) => file === wanted + ENDING);
if (chosen.length === 0) {
  console.error(
    `usage: npm run soak -- [${all.map((file) => file.slice(0, -ENDING.length)).join(' | ')}] [ARGUMENT...]`,
  );
  process.exit(1);
}
for (const file of chosen) {
  console.log(`-- ${file}`);
  const { status } = await runTool('tsx', [join(FOLDER, file), ...args], true);
  if (status !== 0) process.exitCode = 1;
}
