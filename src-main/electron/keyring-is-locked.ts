import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { app } from 'electron'

/**
 * Whether the Secret Service of this Linux session will ask the person for the password of its
 * default collection. False where that cannot be learned.
 */
export async function keyringIsLocked(): Promise<boolean> {
  const isUsed = app.commandLine.getSwitchValue('password-store') !== 'basic'
  if (process.platform !== 'linux' || !isUsed) return false
  const service = 'org.freedesktop.secrets'
  const args = [
    '--session',
    '--print-reply',
    '--reply-timeout=1000',
    `--dest=${service}`,
    '/org/freedesktop/secrets/aliases/default',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ]
  return promisify(execFile)('dbus-send', args, { timeout: 1500 }).then(
    ({ stdout }) => stdout.includes('boolean true'),
    () => false,
  )
}
