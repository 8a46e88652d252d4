import { checkMfa, type MfaSettings } from '../configuration/check-mfa.ts'
import { checkTier } from '../configuration/check-tier.ts'
import type { PoolConfiguration } from '../configuration/configuration.ts'
import type { Operation } from '../operations/operation.ts'
import type { JsonObject } from '../requests/members.ts'
import { model } from '../requests/model.ts'
import type { Pool } from '../state/pool.ts'
import { administrative, inPool, poolById } from './administrative-operation.ts'
import { emailMessage, smsConfiguration, smsMessage, subject } from './message-members.ts'
import { poolMembers } from './pool-members.ts'
import { webAuthnAnswer, webAuthnMember, webAuthnSettings } from './web-authn-configuration.ts'

/** How a pool sends codes, by what an administrator gave it. */
export function deliveryOf(
  storedInput: JsonObject,
): Pick<MfaSettings, 'sendsSms' | 'sendsDeveloperEmail'> {
  const email = storedInput.EmailConfiguration as JsonObject | undefined
  return {
    sendsSms: storedInput.SmsConfiguration !== undefined,
    sendsDeveloperEmail: email?.EmailSendingAccount === 'DEVELOPER',
  }
}

/** The MFA configuration of a pool. */
export const mfaConfigurationOperations: readonly Operation[] = [
  administrative('GetUserPoolMfaConfig', inPool, (state, input) =>
    mfaAnswer(poolById(state, input.UserPoolId)),
  ),

  administrative(
    'SetUserPoolMfaConfig',
    {
      ...inPool,
      SmsMfaConfiguration: {
        kind: 'structure',
        members: {
          SmsAuthenticationMessage: smsMessage,
          SmsConfiguration: smsConfiguration,
        },
      },
      SoftwareTokenMfaConfiguration: { kind: 'structure', members: { Enabled: model.flag } },
      EmailMfaConfiguration: {
        kind: 'structure',
        members: { Message: emailMessage, Subject: subject },
      },
      MfaConfiguration: poolMembers.MfaConfiguration,
      WebAuthnConfiguration: webAuthnMember,
    },
    (state, input) => {
      const pool = poolById(state, input.UserPoolId)
      const { settings } = pool
      const mfaConfiguration = readMode(input.MfaConfiguration)
      const { SmsMfaConfiguration: sms, EmailMfaConfiguration: email } = input
      const mfaMethods = [
        ...(sms ? (['SMS_MFA'] as const) : []),
        ...(input.SoftwareTokenMfaConfiguration?.Enabled ? (['SOFTWARE_TOKEN_MFA'] as const) : []),
        ...(email ? (['EMAIL_OTP'] as const) : []),
      ]
      const storedInput = {
        ...pool.storedInput,
        SmsConfiguration: sms?.SmsConfiguration ?? pool.storedInput.SmsConfiguration,
        SmsAuthenticationMessage:
          sms?.SmsAuthenticationMessage ?? pool.storedInput.SmsAuthenticationMessage,
        EmailMfaConfiguration: email,
      }
      const after = {
        ...settings,
        mfaConfiguration,
        mfaMethods,
        // A call that does not name it leaves it as it is; this is assumed.
        webAuthnConfiguration: input.WebAuthnConfiguration
          ? webAuthnSettings(input.WebAuthnConfiguration)
          : settings.webAuthnConfiguration,
      }
      const { clients, replica } = pool
      checkTier({ settings: after, storedInput, hasReplica: !!replica, clients })
      checkMfa({ ...after, configures: mfaMethods, ...deliveryOf(storedInput) }, true)
      pool.settings = after
      pool.storedInput = storedInput
      pool.modifiedAt = state.ports.now()
      return mfaAnswer(pool)
    },
  ),
]

const readMode = (text: string | undefined): PoolConfiguration['mfaConfiguration'] =>
  text === 'ON' || text === 'OPTIONAL' ? text : 'OFF'

function mfaAnswer({ settings, storedInput }: Pool): JsonObject {
  const { mfaMethods } = settings
  return {
    ...(mfaMethods.includes('EMAIL_OTP') && {
      EmailMfaConfiguration: storedInput.EmailMfaConfiguration ?? {},
    }),
    MfaConfiguration: settings.mfaConfiguration,
    ...(mfaMethods.includes('SMS_MFA') && {
      SmsMfaConfiguration: {
        ...(storedInput.SmsAuthenticationMessage !== undefined && {
          SmsAuthenticationMessage: storedInput.SmsAuthenticationMessage,
        }),
        ...(storedInput.SmsConfiguration !== undefined && {
          SmsConfiguration: storedInput.SmsConfiguration,
        }),
      },
    }),
    SoftwareTokenMfaConfiguration: { Enabled: mfaMethods.includes('SOFTWARE_TOKEN_MFA') },
    ...(settings.webAuthnConfiguration.relyingPartyId !== undefined && {
      WebAuthnConfiguration: webAuthnAnswer(settings),
    }),
  }
}
