import { z } from 'zod'
import { BridgeError } from '#contract/failure.ts'
import type { Storage } from '#contract/routes/app.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { Document } from '#main/settings/document.ts'
import { describeBackend, nameOfBackend, type Opened, type SecretBox } from './secret-box.ts'

/** A secret as stored in a file, with the name of what sealed it. */
export const sealed = z.object({ backend: z.string(), text: z.string() })
export type Sealed = z.output<typeof sealed>

/** The version of `vault.json`. */
export const vaultVersion = 1

/**
 * What `vault.json` contains: of the data keys, only what is sealed. A file of its own, so that
 * settings that were damaged manually do not take the keys with them.
 */
export const vaultRecord = z.object({
  /** The last backend that encrypted, so that a change can be reported; never `none`. */
  lastBackend: z.string(),
  /** What the person chose for each backend that ever was; a protected one needs no choice. */
  choices: z.record(z.string(), z.enum(['store', 'memory only'])),
  /** Keys of the trace database; one for each backend, since none opens the other's. */
  dataKeys: z.array(z.object({ id: z.string(), sealed })),
})
export type VaultRecord = z.output<typeof vaultRecord>

/** The record of an application that never ran. */
export const emptyVaultRecord: VaultRecord = { lastBackend: '', choices: {}, dataKeys: [] }

/** A key for data at rest, and the name by which its data is found again. */
export interface DataKey {
  readonly id: string
  /** 32 bytes as hex. */
  readonly key: Secret
}

/** Puts what was sealed again in the place of what it was sealed from. */
export type Renew = (sealed: Sealed) => Promise<unknown>

/** Keeps secrets sealed, where and if the person agreed to it. */
export interface Vault {
  readonly storage: () => Promise<Omit<Storage, 'quarantined'>>
  /** @throws BridgeError `storage-unavailable` when there is nothing to store with */
  readonly choose: (choice: 'store' | 'memory only') => Promise<void>
  /** True once secrets may be written, sealed. */
  readonly mayStore: () => Promise<boolean>
  /** @throws BridgeError `storage-unavailable` without consent */
  readonly seal: (secret: Secret) => Promise<Sealed>
  /**
   * Undefined when it cannot be opened now, as when another keyring sealed it.
   * @param renew is given the secret sealed again when the keyring's key has changed since
   */
  readonly open: (sealed: Sealed, renew?: Renew) => Promise<Secret | undefined>
  /** The key of the trace database, made when there is none; undefined without consent. */
  readonly dataKey: () => Promise<DataKey | undefined>
  /** Every data key that there is, openable or not. */
  readonly keyIds: () => readonly string[]
  /**
   * After an opening that failed, lets the next use try again. Without it the failure stays, so that
   * what the application does of itself shows no prompt after prompt: for acts of the person.
   */
  readonly retryOpening: () => void
  /** Data keys that do not open now; what they encrypt is kept for when they do. */
  readonly lockedKeys: () => Promise<readonly { readonly id: string; readonly reason: string }[]>
}

/** What the vault needs from outside. */
export interface VaultPorts {
  /** Called with the first use, and once unless it fails: a keyring takes a while to open, and may show a prompt. */
  readonly box: () => SecretBox | Promise<SecretBox>
  readonly document: Document<VaultRecord>
  readonly randomHex: (bytes: number) => string
}

/** The vault, which opens with its first use. */
export function openVault({ box, document, randomHex }: VaultPorts): Vault {
  let opening: Promise<OpenedVault> | undefined
  let failed: Promise<OpenedVault> | undefined
  async function openBox(): Promise<OpenedVault> {
    return openedVault(await box(), document, randomHex)
  }
  function opened(): Promise<OpenedVault> {
    if (opening) return opening
    const begun = openBox()
    opening = begun
    begun.catch(() => {
      failed = begun
    })
    return begun
  }
  function retryOpening(): void {
    if (opening === failed) opening = undefined
  }
  return {
    storage: async () => (await opened()).storage(),
    choose: async (choice) => {
      retryOpening()
      return (await opened()).choose(choice)
    },
    mayStore: async () => (await opened()).mayStore(),
    seal: async (secret) => (await opened()).seal(secret),
    open: async (secret, renew) => (await opened()).open(secret, renew),
    dataKey: async () => (await opened()).dataKey(),
    retryOpening,
    keyIds: () => document.value().dataKeys.map(({ id }) => id),
    lockedKeys: async () => (await opened()).lockedKeys(),
  }
}

interface OpenedVault extends Omit<Vault, 'keyIds' | 'mayStore' | 'retryOpening' | 'storage'> {
  readonly storage: () => Omit<Storage, 'quarantined'>
  readonly mayStore: () => boolean
}

function openedVault(
  box: SecretBox,
  document: Document<VaultRecord>,
  randomHex: VaultPorts['randomHex'],
): OpenedVault {
  const { change, value: record } = document
  const { backend } = box
  const { description, protected: isProtected } = describeBackend(backend, box.lockedKeyring)
  // Earlier versions noted `none`, with which nothing was ever encrypted.
  const before = record().lastBackend === 'none' ? '' : record().lastBackend
  /** Noted with the first use, since a start that keeps nothing new need not write. */
  async function noteBackend(): Promise<void> {
    if (record().lastBackend === backend || backend === 'none') return
    try {
      await change((old) => ({ ...old, lastBackend: backend }))
    } catch {
      // A folder that cannot be written is named when something is to be kept in it.
    }
  }

  const consent = (): Storage['consent'] =>
    record().choices[backend] ?? (isProtected ? 'store' : 'needed')
  const mayStore = () => consent() === 'store'

  async function seal(secret: Secret): Promise<Sealed> {
    if (!mayStore())
      throw new BridgeError('storage-unavailable', 'Secrets are kept in memory only.')
    await noteBackend()
    return { backend, text: await box.encrypt(secret) }
  }

  async function open({ backend: by, text }: Sealed, renew?: Renew): Promise<Secret | undefined> {
    // Electron opens with a keyring what it sealed with its built-in key, and not the other way round.
    const isTakenOver = by === 'basic_text' && isProtected
    if (by !== backend && !isTakenOver) return undefined
    let opened: Opened
    try {
      opened = await box.decrypt(text)
    } catch {
      // Another key of the same backend: a keyring that was reset, or a folder from elsewhere.
      return undefined
    }
    if ((opened.isOutdated || isTakenOver) && renew && mayStore()) {
      try {
        await renew(await seal(opened.secret))
      } catch {
        // What is there opens all the same; the next opening tries again.
      }
    }
    return opened.secret
  }

  return {
    storage: () => ({
      backend,
      description:
        ['', backend, box.lockedKeyring].includes(before) ||
        (before === 'basic_text' && isProtected)
          ? description
          : `${description} It was ${nameOfBackend(before)} before: what was encrypted with that is kept, and can be decrypted once it is back.`,
      protected: isProtected,
      consent: consent(),
    }),
    choose: async (choice) => {
      if (choice === 'store' && backend === 'none')
        throw new BridgeError('storage-unavailable', description)
      await noteBackend()
      await change((old) => ({ ...old, choices: { ...old.choices, [backend]: choice } }))
    },
    mayStore,
    seal,
    open,
    dataKey: async () => {
      if (!mayStore()) return undefined
      for (const { id, sealed: sealedKey } of record().dataKeys) {
        const key = await open(sealedKey, (sealed) =>
          change((old) => ({
            ...old,
            dataKeys: old.dataKeys.map((entry) => (entry.id === id ? { id, sealed } : entry)),
          })),
        )
        if (key) return { id, key }
      }
      const created: DataKey = { id: randomHex(4), key: Secret.of('text', randomHex(32)) }
      const entry = { id: created.id, sealed: await seal(created.key) }
      await change((old) => ({ ...old, dataKeys: [...old.dataKeys, entry] }))
      return created
    },
    lockedKeys: async () => {
      const locked: { id: string; reason: string }[] = []
      for (const { id, sealed: sealedKey } of record().dataKeys)
        if (!(await open(sealedKey)))
          locked.push({
            id,
            reason: `Its key was encrypted with ${nameOfBackend(sealedKey.backend)}, which is not available. The file is used again once it is.`,
          })
      return locked
    },
  }
}
