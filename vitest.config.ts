import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    environment: 'node',
    include: ['src-*/**/*.test.ts'],
    restoreMocks: true,
    // No test changes a module's state, so that modules are loaded once for each worker: half the time.
    isolate: false,
    // Two cores and property tests: slow is not stuck.
    testTimeout: 20_000,
  },
})
