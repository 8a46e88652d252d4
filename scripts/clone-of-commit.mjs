// Clones of this checkout's commits, with their packages, each made once and kept in the system's folder
// for temporary files: what is compared with an earlier commit runs in them.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inCheckout } from './checkout.mjs'
import { SetUpError, say } from './progress.mjs'
import { runCommand } from './run-command.mjs'

/** The folder of a commit’s clone, without changes; what was built in it before is still there. */
export async function cloneOfCommit(commit) {
  const id = (await required('git', ['rev-parse', '--short=12', commit], inCheckout())).trim()
  const folder = join(tmpdir(), 'authscope-gates', id)
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
    await required('git', ['reset', '--quiet', '--hard'], folder)
    await required('git', ['clean', '--quiet', '-dff'], folder)
    return folder
  }
  rmSync(folder, { recursive: true, force: true })
  say(`Cloning ${commit}`)
  await required('git', ['clone', '--quiet', '--no-checkout', inCheckout(), folder], inCheckout())
  await required('git', ['checkout', '--quiet', id], folder)
  await addPackages(folder)
  return folder
}

/** This checkout's packages as hard links, where the commit has the same ones. */
async function addPackages(folder) {
  const locked = (at) => readFileSync(join(at, 'package-lock.json'), 'utf8')
  if (process.platform === 'linux' && locked(folder) === locked(inCheckout()))
    await required('cp', ['-al', inCheckout('node_modules'), 'node_modules'], folder)
  else await required('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder)
}

async function required(command, args, cwd) {
  const { output, status } = await runCommand(command, args, { quiet: true, cwd })
  if (status === 0) return output
  throw new SetUpError(`${command} ${args.join(' ')} failed:\n${output.trimEnd()}`)
}
