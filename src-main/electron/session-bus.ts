import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** A method of something on the D-Bus session bus; all its arguments are texts. */
export interface BusCall {
  readonly service: string
  readonly path: string
  /** With its interface, as in `org.freedesktop.DBus.GetNameOwner`. */
  readonly method: string
  readonly args?: readonly string[]
}

/** What a call came to: the reply's text, or why there is none. */
export type BusReply =
  | { readonly is: 'reply'; readonly text: string }
  /** Nobody has the service's name, it has no such thing, or there is no bus. */
  | { readonly is: 'refused' }
  /** It is there, and busy for longer than a start may wait. */
  | { readonly is: 'late' }

const patience = 1000

/** Calls by D-Bus's own program; where that is missing, nothing can be learned. */
export async function callOnSessionBus(call: BusCall): Promise<BusReply> {
  const { args = [], method, path, service } = call
  const words = [
    '--session',
    '--print-reply',
    `--reply-timeout=${String(patience)}`,
    `--dest=${service}`,
    path,
    method,
    ...args.map((text) => `string:${text}`),
  ]
  try {
    const { stdout } = await promisify(execFile)('dbus-send', words, { timeout: patience * 2 })
    return { is: 'reply', text: stdout }
  } catch (error) {
    const { killed = false, stderr = '' } = error as { killed?: boolean; stderr?: string }
    return { is: killed || stderr.includes('Error.NoReply') ? 'late' : 'refused' }
  }
}
