import type { Emit } from '#main/ipc/emitter.ts'
import type { Contract } from '#contract/contract.ts'
import type { Handlers } from '#contract/define.ts'
import type { Profiles } from '#main/profiles/profiles.ts'
import type { Document, Quarantined } from '#main/settings/document.ts'
import type { SettingsFile } from '#main/settings/settings.ts'
import type { ProxyPassword } from '#main/vault/proxy-password.ts'
import type { Vault } from '#main/vault/vault.ts'
import type { PracticePort } from './practice-port.ts'
import type { NetworkOf } from './profile-network.ts'
import type { SecretClipboard } from './secret-clipboard.ts'
import type { System } from './system.ts'

/** The parts that the handlers of the contract work on. */
export interface Application {
  readonly system: System
  readonly settings: Document<SettingsFile>
  readonly vault: Vault
  readonly proxyPassword: ProxyPassword
  readonly profiles: Profiles
  readonly clipboard: SecretClipboard
  readonly networkOf: NetworkOf
  /** The practice pool that runs now. */
  readonly practice: () => PracticePort
  /** Files that were quarantined, and data that cannot be decrypted now. */
  readonly quarantined: () => Promise<readonly Quarantined[]>
  /** Whether a path is one that a file was saved at since the start. */
  readonly isSaved: (path: string) => boolean
  readonly emit: Emit
}

/** The handlers of the calls whose names begin with a word: `HandlersOf<'profile'>`. */
export type HandlersOf<Word extends string> = Pick<
  Handlers<Contract>,
  Extract<keyof Contract, `${Word}.${string}`>
>
