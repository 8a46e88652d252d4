import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const browserTests = 'src-renderer/**/*.browser.test.ts'

/** The system's Chromium, which the set-up for tests installs; elsewhere Playwright's own. */
const chromium = '/usr/bin/chromium'
const launchOptions = {
  ...(existsSync(chromium) && { executablePath: chromium }),
  // As root Chromium's sandbox does not start.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
}

export default defineConfig({
  plugins: [vue()],
  test: {
    restoreMocks: true,
    // No test changes a module's state, so that modules are loaded once for each worker: half the time.
    isolate: false,
    // Two cores and property tests: slow is not stuck.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // From Node 22 on, V8's optimizing compiler for WebAssembly ends the process on the grammars of
          // tree-sitter (“Fatal process out of memory: Zone”, nodejs/node#63421).
          execArgv: ['--liftoff-only'],
          include: ['src-*/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [browserTests],
        },
      },
      {
        extends: true,
        // A package that is met in the midst of a run makes the page load again, and the run fails.
        optimizeDeps: { entries: ['src-renderer/main.ts', browserTests] },
        test: {
          name: 'components',
          include: [browserTests],
          browser: {
            enabled: true,
            headless: true,
            viewport: { width: 1280, height: 800 },
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
