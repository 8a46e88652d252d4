import { Secret } from '#engine/secret/secret.ts'
import type { RunObserver } from '#main/runs/run-observer.ts'
import type { KnownValues } from '../known-values.ts'
import { refusesPassword, type Sent } from './refused-password.ts'

interface Tried {
  readonly profileId: string
  readonly username: string
  /** Forgets the password that was typed for this sign-in. */
  readonly takeBack: () => void
  sent?: Sent
  newPassword?: Secret
}

/**
 * Remembers what a sign-in was begun with, until its password is refused as wrong; and a new
 * password once the sign-in has shown that it was accepted.
 */
export function rememberPassword(known: Pick<KnownValues, 'remember'>): RunObserver {
  const tried = new Map<string, Tried>()
  return {
    begun: (runId, { input, profileId, typed }) => {
      const { USERNAME: name } = input.parameters
      const username = typed?.username ?? (typeof name === 'string' ? name : '')
      // A repeated sign-in has the inputs of an earlier one, and not what is known now.
      const takeBack = typed ? known.remember(profileId, username, typed.secrets) : () => undefined
      tried.set(runId, { profileId, username, takeBack })
    },
    answering: (runId, { NEW_PASSWORD: password }) => {
      const run = tried.get(runId)
      if (run && password instanceof Secret) run.newPassword = password
    },
    event: (runId, event) => {
      const run = tried.get(runId)
      if (!run) return
      if (event.type === 'sent') run.sent = event
      if (event.type === 'answered' && refusesPassword(run.sent, event.answer)) run.takeBack()
      if (event.type !== 'ended') return
      const { newPassword: PASSWORD, profileId, username } = run
      if (event.outcome === 'tokens' && PASSWORD) known.remember(profileId, username, { PASSWORD })
      tried.delete(runId)
    },
  }
}
