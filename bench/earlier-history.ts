import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The commit whose history is the measure: rows of JSON, and a trigram index over everything. */
export const earlierCommit = 'd9e411e'

/** Its store, as far as it is measured. */
export interface EarlierStore {
  readonly save: (stored: unknown) => void
  readonly list: (search: string) => readonly unknown[]
  readonly close: () => void
}

/** The modules of that commit that are measured. */
export interface EarlierHistory {
  readonly openTraceStore: (file: { path: string; key: unknown }) => { store: EarlierStore }
  readonly createRuns: (from: { store: EarlierStore }) => {
    readonly lastRefreshToken: (profileId: string, username: string) => unknown
    readonly close: () => void
  }
  readonly Secret: { readonly of: (kind: string, value: string) => unknown }
}

/** Bundles the history of the commit that is compared with. */
export async function bundleEarlierHistory(folder: string): Promise<EarlierHistory> {
  const { build } = await import('vite')
  const root = join(folder, 'before')
  mkdirSync(root)
  const parts = [
    'package.json',
    'tsconfig.base.json',
    'src-engine',
    'src-main',
    'src-pool',
    'src-contract',
  ]
  const archive = execFileSync('git', ['archive', earlierCommit, ...parts], { maxBuffer: 1 << 28 })
  execFileSync('tar', ['-x', '-C', root], { input: archive })
  writeFileSync(
    join(root, 'contestant.ts'),
    `export { openTraceStore } from './src-main/trace-store/open-trace-store.ts'
     export { createRuns } from './src-main/runs/runs.ts'
     export { Secret } from './src-engine/secret/secret.ts'`,
  )
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: join(root, 'built'),
      minify: false,
      rolldownOptions: {
        input: { contestant: join(root, 'contestant.ts') },
        external: builtinModules.flatMap((module) => [module, `node:${module}`]),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  })
  const built = pathToFileURL(join(root, 'built', 'contestant.js')).href
  return (await import(built)) as EarlierHistory
}
