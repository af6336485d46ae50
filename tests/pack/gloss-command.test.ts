import { expect, it } from 'vitest';
import { runTool } from '../browser/command';

it.each([
  ['an option it does not know', ['check', '--inn', 'x'], /^unknown option --inn; known: .+\n$/],
  ['a pack that is not there', ['check', '--pack', '/no/such/pack'], /^ENOENT: .+manifest\.json'\n$/],
])('gloss says in one line what is wrong with %s', async (_, args, message) => {
  const { status, output } = await runTool('tsx', ['pipeline/gloss.ts', ...args]);
  expect(output).toMatch(message);
  expect(status).toBe(1);
});
