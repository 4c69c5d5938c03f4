import { findChromium } from '../../scripts/lib/chromium.mjs';

/** How every test starts Chromium: as root in a container too, quiet, without calls to the outside. */
export function chromiumLaunchOptions(): { executablePath: string; args: string[] } {
  return {
    executablePath: findChromium() ?? 'chromium-was-not-found-set-CHROMIUM_PATH',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
