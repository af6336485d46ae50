const LATEST_KEPT = 3;
const DAYS_KEPT = 10;

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
 * Of our backups those that are needed no more: kept are the newest, and the newest of each of the last days
 * that have one. What was written just now stays, also where the clock was set back.
 */
export function superfluousBackups(names: readonly string[], written: string): string[] {
  const newestFirst = [...names].sort().reverse();
  const ofDays = new Map<string, string>();
  for (const name of newestFirst) {
    const day = name.slice(0, 'gloss-backup-2026-11-23'.length);
    if (!ofDays.has(day)) ofDays.set(day, name);
  }
  const kept = new Set([
    written,
    ...newestFirst.slice(0, LATEST_KEPT),
    ...[...ofDays.values()].slice(0, DAYS_KEPT),
  ]);
  return newestFirst.filter((name) => !kept.has(name));
}
