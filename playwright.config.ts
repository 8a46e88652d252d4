import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Those of the packaged application; `npm run package` runs them.
  testIgnore: 'package/**',
  outputDir: 'test-results/e2e',
  // Each test starts an application of its own with a data folder of its own.
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  // A test that hangs is ended and fails. There is no limit for the whole suite, whose time says only
  // how loaded the machine is; this one is generous for the same reason.
  timeout: 5 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
