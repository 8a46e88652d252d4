import { defaultRedaction, type RedactionChoiceId } from './redaction-choices.ts'

/** What a redacted file has as marks, as far as it is a choice; secrets always are. */
export interface Redaction {
  /** Usernames: a mark for each user, readable, or one mark for all users alike. */
  readonly users: 'hashed' | 'kept' | 'removed'
  /** Hosts and addresses but those of AWS and of this machine. */
  readonly hosts: 'kept' | 'masked'
  readonly replaced: readonly RedactionChoiceId[]
  /** Claims and attributes that stay readable although they are personal, by name. */
  readonly keptClaims: readonly string[]
  /** Claims and attributes that become marks although they are public, by name. */
  readonly replacedClaims: readonly string[]
}

/** Choices about redaction under a name. */
export interface RedactionProfile {
  readonly name: string
  readonly redaction: Redaction
}

/** What is redacted unless a person says otherwise. */
export const standardRedaction: Redaction = {
  users: 'hashed',
  hosts: 'kept',
  replaced: defaultRedaction,
  keptClaims: [],
  replacedClaims: [],
}

/** The profiles that are there before anybody saves one; the first is the default. */
export const builtInProfiles: readonly RedactionProfile[] = [
  { name: 'Standard', redaction: standardRedaction },
  {
    name: 'Strict',
    redaction: {
      ...standardRedaction,
      users: 'removed',
      hosts: 'masked',
      replaced: ['groups', 'token-ids', 'claim-names'],
    },
  },
  { name: 'Own team', redaction: { ...standardRedaction, users: 'kept', replaced: [] } },
]

/** The profile of a name, whatever its case. */
export const redactionProfileNamed = (
  name: string,
  saved: readonly RedactionProfile[],
): RedactionProfile | undefined =>
  [...builtInProfiles, ...saved].find((one) => one.name.toLowerCase() === name.toLowerCase())
