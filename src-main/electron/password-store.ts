import { app } from 'electron'
import { keyringMayPrompt } from './keyring-may-prompt.ts'
import { passwordStoreFor } from './password-store-for.ts'
import { ofTheBus, withSessionBus, type AskBus } from './session-bus.ts'

/** Milliseconds: on a busy machine as well, another keyring than the last time must not be taken. */
const patience = 10_000

/**
 * Has Chromium use the keyring that this Linux session has: of itself it goes by the desktop's name,
 * and knows few. Must come before Electron is ready.
 */
export async function usePasswordStore(): Promise<void> {
  if (process.platform !== 'linux' || app.commandLine.hasSwitch('password-store')) return
  const { XDG_CURRENT_DESKTOP: desktop = '' } = process.env
  const store = await passwordStoreFor(desktop, () => withSessionBus(namesOn, patience))
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
  const lists = await Promise.all(
    ['ListNames', 'ListActivatableNames'].map((list) => ask(ofTheBus(list))),
  )
  return lists.flatMap((list) => (list.is === 'reply' ? (list.value as readonly string[]) : []))
}
