import { existsSync } from 'node:fs';
import { chromium, defineConfig } from '@playwright/test';

/** Playwright's own browser when it is there, else the system's. */
const system = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const own = !process.env.CHROMIUM_PATH && existsSync(chromium.executablePath());

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/prepare.ts',
  outputDir: '.cache/test-results',
  fullyParallel: false,
  workers: 2,
  // What passes the second time is counted as passed and listed as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  // For machines that do much else at the same time; a quiet one never waits for them.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    trace: 'off',
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    launchOptions: {
      ...(!own && { executablePath: system }),
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    // Each journey is walked where its people are: rounds, bags, hand-overs and an employee's day on a phone, registration and
    // the search for a space at a desk, what everybody does at both. What only a mouse or only a finger does bears @desk or @phone.
    {
      name: 'desk',
      grepInvert: /@phone/,
      testIgnore: /(camera|morning|collecting|round-together|bag|employee-day)\.test/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      grepInvert: /@desk/,
      testIgnore: /(barcodes|two-clerks|account|find-space|first-day)\.test/,
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    },
  ],
});
