// The import rules of .dependency-cruiser.cjs, and which packages the shipped application contains:
// those are `dependencies`, everything else is one of `devDependencies`.
import { inCheckout, readJson } from './checkout.mjs'
import { say } from './progress.mjs'

const folders = [
  'src-engine',
  'src-pool',
  'src-contract',
  'src-main',
  'src-renderer',
  'e2e',
  'bench',
]

/** What electron.vite.config.ts builds. */
const entries = [
  'src-main/electron/index.ts',
  'src-main/cli/cli.ts',
  'src-main/trace-store/trace-store-worker.ts',
  'src-main/preload/preload.ts',
  'src-renderer/main.ts',
]

const { cruise, format } = await import('dependency-cruiser')
const { default: readOptions } =
  await import('dependency-cruiser/config-utl/extract-depcruise-options')
const options = await readOptions(inCheckout('.dependency-cruiser.cjs'))
const { output: result } = await cruise(folders, { ...options, validate: true })
const { output, exitCode } = await format(result, { outputType: 'err-long' })
say(output.trim())

const shipped = shippedPackages(new Map(result.modules.map((module) => [module.source, module])))
const { dependencies, devDependencies } = readJson(inCheckout('package.json'))
const misplaced = [
  ...[...shipped]
    .filter((name) => !Object.hasOwn(dependencies, name))
    .map((name) => `${name} is shipped: move it to "dependencies" in package.json.`),
  ...Object.keys(dependencies)
    .filter((name) => !shipped.has(name))
    .map((name) => `${name} is not shipped: move it to "devDependencies" in package.json.`),
  ...Object.keys(dependencies)
    .filter((name) => Object.hasOwn(devDependencies, name))
    .map((name) => `${name} stands twice in package.json: leave it in one list.`),
]
for (const sentence of misplaced) say(sentence)
process.exitCode = exitCode > 0 || misplaced.length > 0 ? 1 : 0

/** The packages that what is built imports, types aside. */
function shippedPackages(modules) {
  const packages = new Set()
  const seen = new Set(entries)
  for (const source of seen)
    for (const { dependencyTypes, module, resolved } of modules.get(source)?.dependencies ?? []) {
      if (dependencyTypes.includes('type-only') || dependencyTypes.includes('core')) continue
      const [name] = /^(@[^/]+\/)?[^/]+/.exec(module) ?? []
      if (!/(^|\/)node_modules\//.test(resolved)) seen.add(resolved)
      // Electron runs the application, and is in every package anyway.
      else if (name !== 'electron') packages.add(name)
    }
  return packages
}
