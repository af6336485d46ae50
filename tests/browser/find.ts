import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { exit, platform } from 'node:process';

export type BrowserKind = 'chromium' | 'firefox';
export type FoundBrowser = { kind: BrowserKind; path: string };
type Environment = Readonly<Record<string, string | undefined>>;

const OVERRIDE: Record<BrowserKind, string> = { chromium: 'GLOSS_CHROMIUM', firefox: 'GLOSS_FIREFOX' };

const COMMANDS: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC_APPS: Record<BrowserKind, readonly string[]> = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge'],
  firefox: ['Firefox', 'Firefox Developer Edition'],
};

const WINDOWS_PROGRAMS: Record<BrowserKind, readonly string[]> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/**
 * The browser of this kind to drive, or undefined. `GLOSS_CHROMIUM` and `GLOSS_FIREFOX` name one
 * outright; one that names nothing runnable ends the process, since another would surprise.
 */
export function findBrowser(
  kind: BrowserKind,
  environment: Environment = process.env,
): FoundBrowser | undefined {
  const named = environment[OVERRIDE[kind]];
  if (named) {
    if (isRunnable(named)) return { kind, path: named };
    console.error(`${OVERRIDE[kind]}=${named} is not a program that can be run.`);
    exit(1);
  }
  const path = placesOf(kind, environment).find(isRunnable);
  return path === undefined ? undefined : { kind, path };
}

function placesOf(kind: BrowserKind, environment: Environment): string[] {
  if (platform === 'darwin') {
    return MAC_APPS[kind].flatMap((app) =>
      ['/Applications', join(homedir(), 'Applications')].map((root) =>
        join(root, `${app}.app`, 'Contents', 'MacOS', app.startsWith('Firefox') ? 'firefox' : app),
      ),
    );
  }
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap(
      (name) => environment[name] ?? [],
    );
    return roots.flatMap((root) => WINDOWS_PROGRAMS[kind].map((program) => join(root, program)));
  }
  // Login shells and cron differ in what PATH holds, so the usual folders are looked at as well.
  const folders = [
    ...(environment['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
  ];
  return COMMANDS[kind].flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
