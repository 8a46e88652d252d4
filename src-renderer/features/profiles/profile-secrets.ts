import type { Profile } from '#contract/routes/profiles.ts'

interface ProfileSecret {
  readonly label: string
  /** As in “Remove the client secret”. */
  readonly noun: string
  readonly help: string
  readonly saved: 'hasClientSecret' | 'hasTotpSecret' | 'hasProxyPassword'
  /** As the profile names it among those that cannot be opened. */
  readonly unreadable: Profile['unreadable'][number]
}

/** The secrets that a profile keeps, by the names under which they are saved. */
export const profileSecrets = {
  clientSecret: {
    label: 'Client secret',
    noun: 'client secret',
    help: 'Only if the app client has one. SECRET_HASH is then computed for every call.',
    saved: 'hasClientSecret',
    unreadable: 'client secret',
  },
  totpSecret: {
    label: 'TOTP secret',
    noun: 'TOTP secret',
    help: 'Base32, as shown at setup. Codes are then computed.',
    saved: 'hasTotpSecret',
    unreadable: 'totp secret',
  },
  proxyPassword: {
    label: 'Proxy password',
    noun: 'proxy password',
    help: 'Of the user in the URL. Stored encrypted.',
    saved: 'hasProxyPassword',
    unreadable: 'proxy password',
  },
} as const satisfies Readonly<Record<string, ProfileSecret>>

export type ProfileSecretName = keyof typeof profileSecrets
