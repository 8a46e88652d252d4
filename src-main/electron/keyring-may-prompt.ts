import { ofTheBus, type AskBus, type BusCall, type BusReply } from './session-bus.ts'

/** What decides which keyring Chromium takes on Linux. */
export interface KeyringChoice {
  /** The switch `--password-store`; empty where it is left to Chromium. */
  readonly store: string
  /** XDG_CURRENT_DESKTOP. */
  readonly desktop: string
  /** KDE_SESSION_VERSION. */
  readonly kdeVersion: string
}

const secretService = 'org.freedesktop.secrets'
const ownerOf = (name: string): BusCall => ofTheBus('GetNameOwner', name)

/**
 * Whether the keyring of this Linux session may ask the person something before it gives a key: a
 * password, a new one, or leave. Nothing that is asked here makes a prompt appear. False where it
 * cannot be learned.
 */
export async function keyringMayPrompt(choice: KeyringChoice, ask: AskBus): Promise<boolean> {
  const wallet = walletOf(choice)
  if (choice.store === 'basic') return false
  return wallet === undefined ? secretServiceMayPrompt(ask) : walletMayPrompt(wallet, ask)
}

/** The daemon of the KDE wallet, where that is the keyring. */
function walletOf({ desktop, kdeVersion, store }: KeyringChoice): string | undefined {
  const isWallet = store.startsWith('kwallet')
  if (!isWallet && (store !== '' || !desktop.split(':').includes('KDE'))) return undefined
  const version = isWallet ? store.slice('kwallet'.length) : kdeVersion
  return version === '5' || version === '6' ? `kwalletd${version}` : 'kwalletd'
}

async function walletMayPrompt(daemon: string, ask: AskBus): Promise<boolean> {
  const call = (member: string, ...args: readonly string[]) =>
    ask({
      service: `org.kde.${daemon}`,
      path: `/modules/${daemon}`,
      method: `org.kde.KWallet.${member}`,
      args,
    })
  const enabled = await call('isEnabled')
  if (enabled.is !== 'reply') return enabled.is === 'late'
  if (!isTrue(enabled)) return false
  const name = await call('networkWallet')
  if (name.is !== 'reply') return true
  // One that does not exist yet is not open, either: its wizard asks for a password.
  return !isTrue(await call('isOpen', textOf(name) ?? ''))
}

async function secretServiceMayPrompt(ask: AskBus): Promise<boolean> {
  // All at once: the vault waits for it.
  const [collection, locked, keePass] = await Promise.all([
    ask({
      service: secretService,
      path: '/org/freedesktop/secrets',
      method: 'org.freedesktop.Secret.Service.ReadAlias',
      args: ['default'],
    }),
    ask({
      service: secretService,
      path: '/org/freedesktop/secrets/aliases/default',
      method: 'org.freedesktop.DBus.Properties.Get',
      args: ['org.freedesktop.Secret.Collection', 'Locked'],
    }),
    ask(ownerOf('org.keepassxc.KeePassXC.MainWindow')),
  ])
  if (collection.is !== 'reply') return collection.is === 'late'
  // Where there is none, the first secret makes one, and that asks for its password.
  const hasNone = collection.value === '/'
  if (hasNone || locked.is === 'late' || isTrue(locked)) return true
  // KeePassXC asks at every new process, with its database open as well.
  const keePassOwner = textOf(keePass)
  if (keePassOwner === undefined) return false
  return textOf(await ask(ownerOf(secretService))) === keePassOwner
}

const textOf = (reply: BusReply): string | undefined =>
  reply.is === 'reply' && typeof reply.value === 'string' ? reply.value : undefined

const isTrue = (reply: BusReply): boolean => reply.is === 'reply' && reply.value === true
