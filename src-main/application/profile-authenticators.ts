import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import type { Passkeys } from '#main/passkeys/passkeys.ts'
import { signInAuthenticator } from '#main/passkeys/sign-in-authenticator.ts'
import type { Application } from './application.ts'

/** What signs with the passkeys of a profile. */
export const profileAuthenticators =
  ({
    emit,
    passkeys,
    system,
  }: Pick<Application, 'emit' | 'system'> & { readonly passkeys: Passkeys }) =>
  (profileId: string): Authenticator =>
    signInAuthenticator({
      passkeys,
      window: system.authenticatorWindow,
      profileId,
      choice: () => passkeys.choice(profileId),
      now: Date.now,
      used: () => {
        emit({ type: 'passkeys.changed', profileId })
      },
    })
