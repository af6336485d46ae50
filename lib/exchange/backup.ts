import type { LibraryCopy } from '@/lib/core/library-copy';

/** Raise when what is written changes its meaning; every earlier version must still be read. */
export const BACKUP_VERSION = 1;

/** The settings are put in as they are stored: what reads them knows their versions. */
export type Backup = { copy: LibraryCopy; made: number; settings: Record<string, unknown> | null };

/** Everything the reader made, as one file. */
export function backupFile({ copy, made, settings }: Backup): string {
  const head = { gloss: 'backup', version: BACKUP_VERSION, made: new Date(made).toISOString() };
  const rows = (name: string, values: readonly unknown[]) =>
    `"${name}": [${values.map((value) => `\n${JSON.stringify(value)}`).join(',')}\n]`;
  const parts = [
    JSON.stringify(head).slice(1, -1),
    `"settings": ${JSON.stringify(settings)}`,
    rows('lists', copy.lists),
    rows('works', copy.works),
    ...(copy.history ? [rows('visits', copy.history.visits)] : []),
    rows('seen', [...(copy.marks?.seen ?? []), ...(copy.history?.seen ?? [])]),
    rows('done', copy.marks?.done ?? []),
  ];
  // One line a work, so that an error can name it, and two backups can be compared.
  return `{\n${parts.join(',\n')}\n}\n`;
}
