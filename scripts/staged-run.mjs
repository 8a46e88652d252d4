// Runs a command as the end-to-end tests see the world: a display nobody watches and a keyring of
// the run's own.
import { inCheckout } from './checkout.mjs'
import { runWithKeyring } from './keyring.mjs'
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs'

/**
 * @param {string[]} args the arguments for Node
 * @param {object} options `watched` uses the person's own display when there is one; `environment`
 *   is added to the process's.
 * @returns {Promise<number>} the exit status
 */
export async function stagedRun(args, { watched = false, environment = {} } = {}) {
  process.chdir(inCheckout())
  const virtual = process.platform === 'linux' && !(watched && hasDisplay())
  const display = virtual ? await startVirtualDisplay() : { environment: {}, stop: () => {} }
  try {
    const merged = { ...process.env, ...display.environment, ...environment }
    return await runWithKeyring(process.execPath, args, merged)
  } finally {
    display.stop()
  }
}
