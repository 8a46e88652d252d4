import { app } from 'electron'
import { keyringMayPrompt } from './keyring-may-prompt.ts'
import { passwordStoreFor } from './password-store-for.ts'
import { withSessionBus, type AskBus } from './session-bus.ts'

/**
 * Has Chromium use the keyring that this Linux session has: of itself it goes by the desktop's name,
 * and knows few. Must come before Electron is ready.
 */
export async function usePasswordStore(): Promise<void> {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return
  const { XDG_CURRENT_DESKTOP: desktop = '' } = process.env
  const store = await passwordStoreFor(desktop, () => withSessionBus(namesOn))
  if (store !== undefined) app.commandLine.appendSwitch('password-store', store)
}

/** Whether the keyring that was chosen may open a prompt, which stops this process until it is answered. */
export async function mayPasswordStorePrompt(): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const { KDE_SESSION_VERSION: kdeVersion = '', XDG_CURRENT_DESKTOP: desktop = '' } = process.env
  const store = app.commandLine.getSwitchValue('password-store')
  return withSessionBus((ask) => keyringMayPrompt({ store, desktop, kdeVersion }, ask))
}

/** What is on the bus, or would be started for who asks; nothing where there is no bus. */
async function namesOn(ask: AskBus): Promise<readonly string[]> {
  const bus = 'org.freedesktop.DBus'
  const listed = await Promise.all(
    ['ListNames', 'ListActivatableNames'].map((list) =>
      ask({ service: bus, path: '/org/freedesktop/DBus', method: `${bus}.${list}` }),
    ),
  )
  return listed.flatMap((reply) => (reply.is === 'reply' ? (reply.value as readonly string[]) : []))
}
