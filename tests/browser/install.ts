import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { exit, getuid, platform } from 'node:process';
import { findBrowser, type BrowserKind, type FoundBrowser } from './find';

const DEBIAN_PACKAGES = ['chromium', 'firefox-esr'];
// Another apt may be at work on a machine that has just started.
const LOCK_TIMEOUT = ['-o', 'DPkg::Lock::Timeout=300'];
const UPDATE_ATTEMPTS = 10;
const UPDATE_PAUSE_MS = 15_000;

/** Every browser asked for, installed first where that can be done; else ends the process with status 1. */
export function requireBrowsers(kinds: readonly BrowserKind[]): FoundBrowser[] {
  const missing = () => kinds.filter((kind) => findBrowser(kind) === undefined);
  if (missing().length > 0) installOrExplain(`No ${missing().join(' and no ')} browser was found.`);
  return kinds.map(orExit);
}

/** The first of these browsers that is there; else as `requireBrowsers`. */
export function requireOneBrowser(kinds: readonly BrowserKind[]): FoundBrowser {
  const first = () => kinds.flatMap((kind) => findBrowser(kind) ?? [])[0];
  if (first() === undefined) installOrExplain(`No browser was found (looked for ${kinds.join(', ')}).`);
  return first() ?? orExit(kinds[0] ?? 'chromium');
}

function orExit(kind: BrowserKind): FoundBrowser {
  const found = findBrowser(kind);
  if (found) return found;
  console.error(`${kind} is still missing after the installation.`);
  exit(1);
}

function installOrExplain(problem: string): void {
  const system = systemId();
  if (system !== 'debian' || getuid?.() !== 0) {
    console.error(`${problem} This installs what is needed:\n  ${installLine(system)}`);
    exit(1);
  }
  console.log(`${problem} Installing ${DEBIAN_PACKAGES.join(' and ')} with apt-get (a few minutes).`);
  updatePackageLists();
  if (!apt([...LOCK_TIMEOUT, 'install', '-y', '-qq', ...DEBIAN_PACKAGES])) {
    console.error('apt-get install failed; its message is above.');
    exit(1);
  }
}

function updatePackageLists(): void {
  for (let attempt = 1; !apt([...LOCK_TIMEOUT, 'update', '-qq']); attempt += 1) {
    // The lock on the package lists is not covered by the timeout.
    if (attempt === UPDATE_ATTEMPTS) {
      console.error('apt-get update failed; its message is above.');
      exit(1);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, UPDATE_PAUSE_MS);
  }
}

function apt(args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) console.error(`${stdout}${stderr}`);
  return status === 0;
}

/** `debian`, `fedora`, ... on Linux; else Node's name of the platform. */
function systemId(): string {
  if (platform !== 'linux') return platform;
  try {
    return /^ID="?([\w-]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? platform;
  } catch {
    return platform;
  }
}

function installLine(system: string): string {
  const lines: Readonly<Record<string, string>> = {
    debian: `sudo apt-get update && sudo apt-get install -y ${DEBIAN_PACKAGES.join(' ')}`,
    ubuntu: 'sudo snap install chromium firefox',
    fedora: 'sudo dnf install -y chromium firefox',
    arch: 'sudo pacman -S --needed chromium firefox',
    darwin: 'brew install --cask google-chrome firefox',
    win32: 'winget install Google.Chrome Mozilla.Firefox',
  };
  return lines[system] ?? 'install Chromium (or Chrome, or Edge) and Firefox, and have them on the PATH';
}
