import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update', '--force-color-profile=srgb'],
];

export interface ChromiumOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/**
 * Debian's Chromium with an empty user-data folder: 1280×720, light, Vietnamese, the clock of Vietnam. `end` closes
 * it and deletes the folder.
 */
export async function openChromium(options: ChromiumOptions = {}): Promise<{
  context: BrowserContext;
  end(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'chromium-'));
  const context = await chromium.launchPersistentContext(folder, { ...program(), ...looks(options) });
  return {
    context,
    end: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** One Chromium for several people, one after the other or side by side: what a context keeps is its own. */
export interface SharedChromium {
  context(options?: ChromiumOptions): Promise<BrowserContext>;
  /** Closes all of their windows. */
  closeAll(): Promise<void>;
  end(): Promise<void>;
}

/** For tests that need many: starting one costs more than most of them do with it. */
export async function openSharedChromium(): Promise<SharedChromium> {
  const browser = await chromium.launch(program());
  return {
    context: (options = {}) => browser.newContext(looks(options)),
    closeAll: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    end: () => browser.close(),
  };
}

const program = () => ({ executablePath: findChromium(), headless: true, args: FLAGS });

const looks = ({ width = 1280, height = 720, dark = false }: ChromiumOptions): BrowserContextOptions => ({
  viewport: { width, height },
  colorScheme: dark ? 'dark' : 'light',
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
  permissions: ['clipboard-read', 'clipboard-write'],
});

/** CHROMIUM_PATH, else the first on the PATH, else Debian's package is installed when we may. @throws one clear line */
export function findChromium(): string {
  const found = process.env.CHROMIUM_PATH ?? onPath();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.error('No Chromium on this machine: installing Debian’s package (apt-get install chromium)…');
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = onPath();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.',
  );
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
