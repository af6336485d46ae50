import { readdirSync } from 'node:fs';

/** Each file of pipeline/eval that exports `run` measures one thing against given gold and prints a table. */
type Evaluation = { run: (args: readonly string[]) => Promise<void> };

const folder = new URL('./eval/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.eval.ts'))
  .map((file) => file.slice(0, -'.eval.ts'.length));

const [only, ...args] = process.argv.slice(2);
if (only !== undefined && !names.includes(only)) {
  console.error(`usage: npm run -s eval -- [${names.join(' | ')}]`);
  process.exit(1);
}
for (const name of only === undefined ? names : [only]) {
  const { run } = (await import(new URL(`${name}.eval.ts`, folder).href)) as Evaluation;
  await run(args);
}
