import type { Passkey, PasskeyChoice } from '#contract/routes/passkeys.ts'
import { BridgeError } from '#contract/failure.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { Document } from '#main/settings/document.ts'
import type { Vault } from '#main/vault/vault.ts'
import type { PasskeyFile, StoredPasskey } from './passkey-file.ts'

/** What is known of a passkey besides its private key. */
export type PasskeyFields = Omit<StoredPasskey, 'privateKey'>

/** A passkey with its private key: PKCS #8, base64. */
export interface OpenPasskey extends PasskeyFields {
  readonly privateKey: Secret
}

/** The virtual passkeys of all profiles, oldest first. */
export interface Passkeys {
  /** Those of one profile, or all of them. */
  readonly list: (profileId?: string) => Promise<readonly Passkey[]>
  /** @throws BridgeError `passkey-unknown`, `passkey-locked` */
  readonly open: (id: string) => Promise<OpenPasskey>
  readonly add: (computed: Omit<OpenPasskey, 'id'>) => Promise<Passkey>
  /** @throws BridgeError `passkey-unknown` */
  readonly change: (
    id: string,
    changes: Partial<Pick<PasskeyFields, 'name' | 'signCount' | 'lastUsedAt'>>,
  ) => Promise<Passkey>
  readonly delete: (id: string) => Promise<void>
  /** Takes every passkey of a profile away, for good. */
  readonly deleteOf: (profileId: string) => Promise<void>
  /** @throws BridgeError `passkey-unknown` */
  readonly restore: (id: string) => Promise<void>
  /** Writes what was kept in memory so far; called when the person agrees to storing. */
  readonly storeSecrets: () => Promise<void>
  readonly choice: (profileId: string) => PasskeyChoice
  readonly choose: (profileId: string, choice: PasskeyChoice) => void
}

/** What the passkeys need from outside. */
export interface PasskeysPorts {
  readonly document: Document<PasskeyFile>
  readonly vault: Vault
  readonly newId: () => string
}

const defaultChoice: PasskeyChoice = { use: '', verification: 'given', oldCounter: false }

export function createPasskeys({ document, newId, vault }: PasskeysPorts): Passkeys {
  /** Passkeys that the person would not have stored; gone when the application ends. */
  const inMemory = new Map<string, OpenPasskey>()
  const deleted = new Map<string, StoredPasskey | OpenPasskey>()
  const choices = new Map<string, PasskeyChoice>()

  const unknown = () => new BridgeError('passkey-unknown', 'This passkey no longer exists.')
  const withId = (id: string) =>
    inMemory.get(id) ?? document.value().passkeys.find((passkey) => passkey.id === id)

  async function shown(passkey: StoredPasskey | OpenPasskey): Promise<Passkey> {
    const { privateKey, ...fields } = passkey
    if (!isSealed(privateKey)) return { ...fields, kept: 'memory only' }
    return { ...fields, kept: (await vault.open(privateKey)) ? 'stored' : 'locked' }
  }

  async function put(passkey: StoredPasskey | OpenPasskey): Promise<void> {
    const { privateKey } = passkey
    if (!isSealed(privateKey) && !(await vault.mayStore())) {
      inMemory.set(passkey.id, { ...passkey, privateKey })
      return
    }
    const stored: StoredPasskey = {
      ...passkey,
      privateKey: isSealed(privateKey) ? privateKey : await vault.seal(privateKey),
    }
    await document.change(({ passkeys }) => ({
      passkeys: passkeys.some(({ id }) => id === stored.id)
        ? passkeys.map((other) => (other.id === stored.id ? stored : other))
        : [...passkeys, stored],
    }))
    inMemory.delete(passkey.id)
  }

  return {
    list: async (profileId) => {
      const all = [...document.value().passkeys, ...inMemory.values()]
      const wanted = all.filter((one) => profileId === undefined || one.profileId === profileId)
      return Promise.all(wanted.sort((a, b) => a.createdAt - b.createdAt).map(shown))
    },
    open: async (id) => {
      const passkey = withId(id)
      if (!passkey) throw unknown()
      const { privateKey } = passkey
      const opened = isSealed(privateKey)
        ? await vault.open(privateKey, (sealed) => put({ ...passkey, privateKey: sealed }))
        : privateKey
      if (opened) return { ...passkey, privateKey: opened }
      throw new BridgeError(
        'passkey-locked',
        `The private key of “${passkey.name}” cannot be decrypted with the current keyring. Unlock the original keyring, or delete the passkey.`,
      )
    },
    add: async (computed) => {
      const passkey = { ...computed, id: newId() }
      await put(passkey)
      return shown(withId(passkey.id) ?? passkey)
    },
    change: async (id, changes) => {
      const passkey = withId(id)
      if (!passkey) throw unknown()
      const next = { ...passkey, ...changes }
      await put(next)
      return shown(next)
    },
    delete: async (id) => {
      const passkey = withId(id)
      if (!passkey) return
      deleted.set(id, passkey)
      inMemory.delete(id)
      await document.change((file) =>
        file.passkeys.some((one) => one.id === id)
          ? { passkeys: file.passkeys.filter((one) => one.id !== id) }
          : file,
      )
    },
    deleteOf: async (profileId) => {
      for (const { id } of [...inMemory.values()].filter((one) => one.profileId === profileId))
        inMemory.delete(id)
      await document.change((file) =>
        file.passkeys.some((one) => one.profileId === profileId)
          ? { passkeys: file.passkeys.filter((one) => one.profileId !== profileId) }
          : file,
      )
    },
    restore: async (id) => {
      const passkey = deleted.get(id)
      if (!passkey) throw unknown()
      await put(passkey)
      deleted.delete(id)
    },
    storeSecrets: async () => {
      for (const passkey of inMemory.values()) await put(passkey)
    },
    choice: (profileId) => choices.get(profileId) ?? defaultChoice,
    choose: (profileId, choice) => {
      choices.set(profileId, choice)
    },
  }
}

const isSealed = (key: StoredPasskey['privateKey'] | Secret): key is StoredPasskey['privateKey'] =>
  'backend' in key
