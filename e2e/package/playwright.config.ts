import { defineConfig } from '@playwright/test'

// The packaged application in dist/: `npm run package` makes it and then runs these.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/package',
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 10 * 60_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/package.json' }]],
})
