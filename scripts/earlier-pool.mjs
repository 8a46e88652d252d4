// The practice pool of an earlier commit, which the measurements compare today's with.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { bundleEntry } from './bundle-entry.mjs'
import { inCheckout } from './checkout.mjs'

const commit = 'd9e411e'
const parts = ['package.json', 'tsconfig.base.json', 'src-engine', 'src-pool', 'src-main/srp']

/** Bundles it and gives the path; undefined where this checkout does not have that commit. */
export async function bundleEarlierPool() {
  const folder = inCheckout('out', 'earlier')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  try {
    const options = {
      cwd: inCheckout(),
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    }
    const archive = execFileSync('git', ['archive', commit, ...parts], options)
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
  } catch {
    return undefined
  }
  cpSync(
    inCheckout('bench', 'pool-process.ts'),
    inCheckout('out', 'earlier', 'bench', 'pool-process.ts'),
  )
  return bundleEntry('earlier-pool', 'out/earlier/bench/pool-process.ts', { packages: true })
}
