import { cpus, loadavg, totalmem, type } from 'node:os';
import type { Figure } from './measure';

const HEAD = `# Speed

Written by \`npm run bench\`: each section says when, and how busy the machine was with other work then. Browsers are driven
headless, pages come from a local server.
`;

/** A section of results.md: a heading, and all below it. */
export type Section = { name: string; body: string };

/** The page with these sections in the place of those of the same name, new ones at the end, the others as they were. */
export function withSections(page: string, measured: readonly Section[]): string {
  const kept = page
    .split(/^## /m)
    .slice(1)
    .map((text): Section => {
      const end = text.indexOf('\n');
      return { name: text.slice(0, end).trim(), body: text.slice(end).trim() };
    });
  const sections = new Map([...kept, ...measured].map(({ name, body }) => [name, body.trim()]));
  return [HEAD, ...[...sections].map(([name, body]) => `## ${name}\n\n${body}\n`)].join('\n');
}

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ what, value, goal, met }) =>
      `| ${what} | ${value} | ${goal} | ${met === null ? '' : met ? 'yes' : 'no'} |`,
  );
  return ['| what | measured | goal | met |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

/** When and on what a section was measured. `busy`: the mean number of processes that ran or waited meanwhile. */
export function circumstances(command: string): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} x ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Node ${process.version}`;
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, \`${command}\`, ${machine}; load average at the end ${(loadavg()[1] ?? 0).toFixed(1)}.`;
}
