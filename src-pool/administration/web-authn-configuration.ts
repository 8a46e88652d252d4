import {
  poolSchema,
  relyingPartyIdPattern,
  userVerifications,
  webAuthnFactorConfigurations,
  type PoolConfiguration,
} from '../configuration/configuration.ts'
import type { StructureMember, Values } from '../requests/members.ts'

/** The member of that name of SetUserPoolMfaConfig. */
export const webAuthnMember = {
  kind: 'structure',
  members: {
    RelyingPartyId: { kind: 'text', min: 1, max: 127, pattern: relyingPartyIdPattern },
    UserVerification: { kind: 'text', values: userVerifications },
    FactorConfiguration: { kind: 'text', values: webAuthnFactorConfigurations },
  },
} as const satisfies StructureMember

/** Settings from the member, defaults filled in. */
export const webAuthnSettings = (inputs: Values<typeof webAuthnMember.members>) =>
  poolSchema.shape.webAuthnConfiguration.parse({
    relyingPartyId: inputs.RelyingPartyId,
    userVerification: inputs.UserVerification,
    factorConfiguration: inputs.FactorConfiguration,
  })

/** The member as an answer has it. */
export const webAuthnAnswer = ({ webAuthnConfiguration: settings }: PoolConfiguration) => ({
  FactorConfiguration: settings.factorConfiguration,
  RelyingPartyId: settings.relyingPartyId,
  UserVerification: settings.userVerification,
})
