import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import { unbundled } from './scripts/unbundled-packages.mjs'

const here = import.meta.dirname

// What people get is compiled for Electron 45; what is tested must run on 33, the oldest, too.
const targets = {
  'electron 33': { node: 'node20.18', chrome: 'chrome130' },
  'electron 45': { node: 'node24.18', chrome: 'chrome156' },
}
const target = targets[process.env['AUTHSCOPE_BUILD_FOR'] === '45' ? 'electron 45' : 'electron 33']

// @simplewebauthn/server imports this CommonJS polyfill for its effect, before what needs it. A bundle
// runs what is CommonJS last; as an ES module it runs in its turn.
const polyfillInItsTurn = {
  name: 'polyfill-in-its-turn',
  transform: {
    filter: { id: /[\\/]reflect-metadata[\\/]Reflect\.js$/ },
    handler: (code: string) => `${code}\nexport {}\n`,
  },
}

// Everything is bundled but Electron, Node's own modules and what is native, which the packaged
// application carries beside its archive.
const external = [...unbundled]

// V8 keeps a script in half the memory where all its characters are ASCII.
const charset = 'ascii'

// The licences of what is bundled, from which scripts/third-party-notices.mjs collects the notices.
const license = { fileName: 'third-party.json' }

export default defineConfig({
  main: {
    plugins: [polyfillInItsTurn],
    build: {
      target: target.node,
      license,
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: {
          index: resolve(here, 'src-main/electron/index.ts'),
          cli: resolve(here, 'src-main/cli/cli.ts'),
          'trace-store': resolve(here, 'src-main/trace-store/trace-store-worker.ts'),
        },
        output: {
          charset,
          // Their licenses are in the notices.
          comments: false,
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: target.node,
      license,
      // A sandboxed preload can require nothing but Electron's own modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'src-main/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(here, 'src-renderer'),
    plugins: [vue()],
    build: {
      target: target.chrome,
      license,
      // Less to read and to parse before the first paint.
      minify: true,
      outDir: resolve(here, 'out/renderer'),
      // The window's content security policy allows no data: addresses.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve(here, 'src-renderer/index.html'),
        // One script and one style sheet for the first paint: each file costs a round trip to the
        // main process.
        output: {
          charset,
          codeSplitting: { groups: [{ name: 'window', tags: ['$initial'] }] },
        },
      },
    },
  },
})
