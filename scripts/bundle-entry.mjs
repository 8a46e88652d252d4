// Bundles one TypeScript entry for plain Node, so that it runs on every Node without a loader.
// What comes from node_modules stays outside.
import { rmSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { inCheckout } from './checkout.mjs'
import { SetUpError, say } from './progress.mjs'

/** Bundles `entry` (a path in the checkout) to `out/<name>/<name>.js` and gives that path. */
export async function bundleEntry(name, entry) {
  const { build } = await import('vite')
  const folder = inCheckout('out', name)
  rmSync(folder, { recursive: true, force: true })
  try {
    await build({
      configFile: false,
      root: inCheckout(),
      logLevel: 'error',
      ssr: { target: 'node' },
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
