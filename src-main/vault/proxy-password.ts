import { z } from 'zod'
import type { Secret } from '#engine/secret/secret.ts'
import type { Document } from '#main/settings/document.ts'
import { sealed, type Vault } from './vault.ts'

/** The version of `proxy.json`. */
export const proxyFileVersion = 1

/** What `proxy.json` contains: the password of the proxy of the settings, sealed. */
export const proxyFile = z.object({ password: sealed.optional() })
type ProxyFile = z.output<typeof proxyFile>

/** The file of an application whose proxy needs no password. */
export const emptyProxyFile: ProxyFile = {}

/** The password of the proxy of the settings: sealed, or in memory where storing was declined. */
export interface ProxyPassword {
  /** Whether there is one, openable or not. */
  readonly isSaved: () => boolean
  readonly open: () => Promise<Secret | undefined>
  /** Null removes it. */
  readonly keep: (password: Secret | null) => Promise<void>
  /** Seals what was in memory alone, once that is agreed to. */
  readonly storeSecrets: () => Promise<void>
}

export function createProxyPassword({
  document,
  vault,
}: {
  readonly document: Document<ProxyFile>
  readonly vault: Pick<Vault, 'mayStore' | 'open' | 'seal'>
}): ProxyPassword {
  let inMemory: Secret | undefined

  async function keep(password: Secret | null): Promise<void> {
    inMemory = undefined
    if (password === null) return document.change(() => emptyProxyFile)
    if (!(await vault.mayStore())) {
      inMemory = password
      // An old password must not come back once the new one is lost.
      return document.change(() => emptyProxyFile)
    }
    const stored = await vault.seal(password)
    return document.change(() => ({ password: stored }))
  }

  return {
    isSaved: () => inMemory !== undefined || document.value().password !== undefined,
    open: async () => {
      const { password } = document.value()
      if (inMemory || !password) return inMemory
      return vault.open(password, (again) => document.change(() => ({ password: again })))
    },
    keep,
    storeSecrets: async () => {
      if (inMemory && (await vault.mayStore())) await keep(inMemory)
    },
  }
}
