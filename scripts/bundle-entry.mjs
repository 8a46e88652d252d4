// Bundles one TypeScript entry for plain Node, so that it runs on every Node without a loader.
// What comes from node_modules stays outside, unless a program is to start as fast as a built one.
import { rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { inCheckout } from './checkout.mjs'
import { SetUpError, say } from './progress.mjs'

/**
 * Bundles `entry` (a path in the checkout) to `out/<name>/<name>.js` and gives that path; with
 * `packages`, what comes from node_modules as well.
 */
export async function bundleEntry(name, entry, { packages = false } = {}) {
  const { build } = await import('vite')
  const folder = inCheckout('out', name)
  rmSync(folder, { recursive: true, force: true })
  try {
    await build({
      configFile: false,
      root: inCheckout(),
      logLevel: 'error',
      ssr: { target: 'node', ...(packages && { noExternal: true }) },
      build: {
        ssr: true,
        target: 'node20.18',
        outDir: folder,
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { [name]: inCheckout(entry) },
          external: builtinModules.flatMap((module) => [module, `node:${module}`]),
          output: { format: 'es', entryFileNames: '[name].js' },
        },
      },
    })
  } catch (error) {
    say(error.message)
    throw new SetUpError(`${entry} could not be built: mend what is said above.`)
  }
  return join(folder, `${name}.js`)
}
