const LATEST_KEPT = 3;
const DAYS_KEPT = 10;

/** A backup in a folder. */
export type BackupFile = { name: string; bytes: number };

/** The name of a backup in a folder. Names sort by time; `tag` tells ours from those of another browser. */
export function backupName(made: number, tag: string): string {
  const time = new Date(made).toISOString().slice(0, 19).replaceAll(':', '-');
  return `gloss-backup-${time}Z-${tag}.json`;
}

/** True for names that `backupName` gives with this tag, and for nothing else that a folder may hold. */
export function isBackupName(name: string, tag: string): boolean {
  const [, theirs] = /^gloss-backup-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-(\w+)\.json$/.exec(name) ?? [];
  return theirs === tag;
}

/**
 * Of our backups the names of those that are needed no more: kept are the newest, and the newest of each of the
 * last days that have one. What was written just now stays, also where the clock was set back, and so does the
 * largest where that is more than twice as large: the library may have been lost in between.
 */
export function superfluousBackups(files: readonly BackupFile[], written: BackupFile): string[] {
  const newestFirst = files
    .map(({ name }) => name)
    .sort()
    .reverse();
  const ofDays = new Map<string, string>();
  for (const name of newestFirst) {
    const day = name.slice(0, 'gloss-backup-2026-11-23'.length);
    if (!ofDays.has(day)) ofDays.set(day, name);
  }
  const largest = files.reduce((most, file) => (file.bytes > most.bytes ? file : most), written);
  const kept = new Set([
    written.name,
    ...newestFirst.slice(0, LATEST_KEPT),
    ...[...ofDays.values()].slice(0, DAYS_KEPT),
    ...(largest.bytes > written.bytes * 2 ? [largest.name] : []),
  ]);
  return newestFirst.filter((name) => !kept.has(name));
}
