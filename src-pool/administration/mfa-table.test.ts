// Which combinations of MFA mode, factors, delivery, first factors, passkeys and tier a pool can have:
// each row of the table is tried at every door that can say it.
import { describe, expect, it } from 'vitest'
import { mfaRules } from '../configuration/check-mfa.ts'
import type { MfaMethod, PoolInput } from '../configuration/configuration.ts'
import { refusals } from '../refusals/catalogue.ts'
import { mfaRefusals } from '../refusals/mfa.ts'
import type { Certainty, RefusalText } from '../refusals/refusal.ts'
import { poolUnderTest, type PoolUnderTest } from '../test-bed/pool-under-test.ts'

interface Combination {
  readonly mode: 'OFF' | 'OPTIONAL' | 'ON'
  readonly methods?: readonly MfaMethod[]
  readonly first?: readonly NonNullable<PoolInput['allowedFirstAuthFactors']>[number][]
  readonly passkey?: 'SINGLE_FACTOR' | 'MULTI_FACTOR_WITH_USER_VERIFICATION'
  readonly tier?: 'LITE'
  /** The pool’s SmsConfiguration. */
  readonly sms?: true
  /** The pool’s EmailConfiguration with the sending account DEVELOPER. */
  readonly email?: true
  /** Whether phone numbers are verified automatically. */
  readonly verifiesPhones?: true
}

/** What a door answers; a dash where it cannot say the combination. */
type Cell = 'ok' | RefusalText | '–'
type Door = 'CreateUserPool' | 'UpdateUserPool' | 'SetUserPoolMfaConfig' | 'the file'

const multi = 'MULTI_FACTOR_WITH_USER_VERIFICATION'
const {
  codeFirstWithRequiredMfa: codesFirst,
  emailWithoutDeveloper: noDeveloper,
  factorWhileOff: whileOff,
  noFactor,
  passkeyNoMfa,
  passwordFactorNeeded: noPassword,
  singleFactorPasskey,
  smsConfigurationNeeded: smsNeeded,
  smsForPhoneNumbers: smsForPhones,
  smsOtpWithoutConfiguration: noSmsForOtp,
  smsWithoutConfiguration: noSms,
} = mfaRefusals
const lacks = (feature: string, certainty: Certainty = 'assumed') =>
  refusals.tierLacks('LITE', [feature], certainty)
const emailInLite = lacks('Email MFA')
const passkeyInLite = lacks('Passkey MFA')
const passwordless = lacks('Passwordless Sign-In', 'confirmed')
const totp = ['SOFTWARE_TOKEN_MFA'] as const
const sms = ['SMS_MFA'] as const
const email = ['EMAIL_OTP'] as const
const all = [...sms, ...totp, ...email] as const

/** Combination, then Create, Update, SetUserPoolMfaConfig and the file. */
type Row = readonly [Combination, Cell, Cell, Cell, Cell]
const table: readonly Row[] = [
  // MFA mode and second factors
  [{ mode: 'OFF' }, 'ok', 'ok', 'ok', 'ok'],
  [{ mode: 'OFF', sms: true, email: true }, 'ok', 'ok', 'ok', '–'],
  [{ mode: 'OFF', methods: totp }, '–', '–', whileOff, whileOff],
  [{ mode: 'OFF', methods: sms, sms: true }, '–', '–', whileOff, whileOff],
  [{ mode: 'OFF', methods: email, email: true }, '–', '–', whileOff, whileOff],
  [{ mode: 'OFF', methods: all, sms: true, email: true }, '–', '–', whileOff, whileOff],
  [{ mode: 'OPTIONAL' }, smsNeeded, smsNeeded, noFactor, smsNeeded],
  [{ mode: 'ON' }, smsNeeded, smsNeeded, noFactor, smsNeeded],
  [{ mode: 'OPTIONAL', methods: totp }, '–', 'ok', 'ok', 'ok'],
  [{ mode: 'ON', methods: totp }, '–', 'ok', 'ok', 'ok'],
  [{ mode: 'OPTIONAL', methods: all, sms: true, email: true }, '–', 'ok', 'ok', 'ok'],
  [{ mode: 'ON', methods: all, sms: true, email: true }, '–', 'ok', 'ok', 'ok'],
  // Delivery
  [{ mode: 'OPTIONAL', methods: sms, sms: true }, 'ok', 'ok', 'ok', 'ok'],
  [{ mode: 'ON', methods: sms, sms: true }, 'ok', 'ok', 'ok', 'ok'],
  [{ mode: 'OPTIONAL', methods: sms }, '–', '–', noSms, '–'],
  [{ mode: 'ON', methods: sms }, '–', '–', noSms, '–'],
  [{ mode: 'OPTIONAL', methods: email, email: true }, '–', 'ok', 'ok', 'ok'],
  [{ mode: 'ON', methods: email, email: true }, '–', 'ok', 'ok', 'ok'],
  [{ mode: 'OPTIONAL', methods: email }, '–', noDeveloper, noDeveloper, '–'],
  [{ mode: 'ON', methods: email }, '–', noDeveloper, noDeveloper, '–'],
  [{ mode: 'OFF', verifiesPhones: true }, smsForPhones, smsForPhones, '–', '–'],
  [{ mode: 'OFF', verifiesPhones: true, sms: true }, 'ok', 'ok', 'ok', '–'],
  // First factors
  [{ mode: 'OFF', first: ['PASSWORD', 'EMAIL_OTP'] }, 'ok', 'ok', 'ok', 'ok'],
  [{ mode: 'OFF', first: ['PASSWORD', 'SMS_OTP'], sms: true }, 'ok', 'ok', 'ok', 'ok'],
  [{ mode: 'OFF', first: ['PASSWORD', 'SMS_OTP'] }, noSmsForOtp, noSmsForOtp, '–', '–'],
  [{ mode: 'OFF', first: ['EMAIL_OTP'] }, noPassword, noPassword, '–', noPassword],
  [{ mode: 'OFF', first: ['WEB_AUTHN'] }, noPassword, noPassword, '–', noPassword],
  ...(['EMAIL_OTP', 'SMS_OTP'] as const).flatMap((code): readonly Row[] => {
    const first = ['PASSWORD', code] as const
    const one = { methods: sms, first, sms: true } as const
    return [
      [{ mode: 'OPTIONAL', ...one }, 'ok', 'ok', 'ok', 'ok'],
      [{ mode: 'ON', ...one }, codesFirst, codesFirst, codesFirst, codesFirst],
    ]
  }),
  [
    { mode: 'ON', methods: totp, first: ['PASSWORD', 'EMAIL_OTP'], passkey: multi },
    '–',
    codesFirst,
    codesFirst,
    codesFirst,
  ],
  // Passkeys
  [{ mode: 'OFF', first: ['PASSWORD', 'WEB_AUTHN'], passkey: multi }, '–', 'ok', 'ok', 'ok'],
  [
    { mode: 'OFF', first: ['PASSWORD', 'WEB_AUTHN'], passkey: 'SINGLE_FACTOR' },
    '–',
    'ok',
    'ok',
    'ok',
  ],
  [
    { mode: 'OPTIONAL', methods: totp, first: ['PASSWORD', 'WEB_AUTHN'], passkey: 'SINGLE_FACTOR' },
    '–',
    'ok',
    'ok',
    'ok',
  ],
  [
    { mode: 'ON', methods: totp, first: ['PASSWORD', 'WEB_AUTHN'], passkey: 'SINGLE_FACTOR' },
    '–',
    passkeyNoMfa,
    singleFactorPasskey,
    passkeyNoMfa,
  ],
  [
    { mode: 'ON', methods: sms, first: ['PASSWORD', 'WEB_AUTHN'], sms: true },
    passkeyNoMfa,
    passkeyNoMfa,
    singleFactorPasskey,
    passkeyNoMfa,
  ],
  [
    { mode: 'ON', methods: totp, first: ['PASSWORD', 'WEB_AUTHN'], passkey: multi },
    '–',
    'ok',
    'ok',
    'ok',
  ],
  // Tier
  [{ mode: 'OFF', tier: 'LITE' }, 'ok', 'ok', 'ok', 'ok'],
  [{ mode: 'ON', tier: 'LITE', methods: totp }, '–', 'ok', 'ok', 'ok'],
  [{ mode: 'ON', tier: 'LITE', methods: sms, sms: true }, 'ok', 'ok', 'ok', 'ok'],
  [
    { mode: 'ON', tier: 'LITE', methods: email, email: true },
    '–',
    emailInLite,
    emailInLite,
    emailInLite,
  ],
  ...(['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] as const).map((factor): Row => [
    { mode: 'OFF', tier: 'LITE', first: ['PASSWORD', factor], sms: true },
    passwordless,
    passwordless,
    '–',
    passwordless,
  ]),
  [{ mode: 'OFF', tier: 'LITE', passkey: multi }, '–', passkeyInLite, passkeyInLite, passkeyInLite],
]

/** What CreateUserPool and UpdateUserPool say of a combination. */
const developer = {
  EmailSendingAccount: 'DEVELOPER',
  SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
}

const poolMembers = (
  { email: byDeveloper, first, sms: hasSms, tier: UserPoolTier, verifiesPhones }: Combination,
  MfaConfiguration: string,
) => ({
  MfaConfiguration,
  UserPoolTier,
  ...(first && { Policies: { SignInPolicy: { AllowedFirstAuthFactors: first } } }),
  ...(hasSms && { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' } }),
  ...(byDeveloper && { EmailConfiguration: developer }),
  ...(verifiesPhones && { AutoVerifiedAttributes: ['phone_number'] }),
})

const factorMembers = ({ methods = [], passkey }: Combination, MfaConfiguration: string) => ({
  MfaConfiguration,
  ...(methods.includes('SMS_MFA') && { SmsMfaConfiguration: {} }),
  ...(methods.includes('SOFTWARE_TOKEN_MFA') && {
    SoftwareTokenMfaConfiguration: { Enabled: true },
  }),
  ...(methods.includes('EMAIL_OTP') && { EmailMfaConfiguration: {} }),
  ...(passkey && {
    WebAuthnConfiguration: { RelyingPartyId: 'a.example', FactorConfiguration: passkey },
  }),
})

async function outcome(test: PoolUnderTest, operation: string, input: object): Promise<Cell> {
  const answer = await test.call(operation, input)
  return 'refusal' in answer ? answer.refusal : 'ok'
}

async function created(test: PoolUnderTest, input: object): Promise<string> {
  const answer: unknown = await test.succeed('CreateUserPool', { PoolName: 'p', ...input })
  return (answer as { readonly UserPool: { readonly Id: string } }).UserPool.Id
}

/** Each door, with a pool before it that has what only another door can give it. */
const doors: Readonly<Record<Door, (one: Combination) => Promise<Cell> | Cell>> = {
  CreateUserPool: (one) =>
    outcome(poolUnderTest(), 'CreateUserPool', { PoolName: 'p', ...poolMembers(one, one.mode) }),
  async UpdateUserPool(one) {
    const test = poolUnderTest()
    const { methods = [], passkey } = one
    const before: Combination = {
      mode: 'OFF',
      ...(methods.includes('SMS_MFA') && { sms: true }),
      ...(methods.includes('EMAIL_OTP') && { email: true }),
    }
    const UserPoolId = await created(test, poolMembers(before, 'OFF'))
    if (methods.length > 0 || passkey)
      await test.succeed('SetUserPoolMfaConfig', {
        UserPoolId,
        ...factorMembers(one, methods.length > 0 ? 'OPTIONAL' : 'OFF'),
      })
    return outcome(test, 'UpdateUserPool', { UserPoolId, ...poolMembers(one, one.mode) })
  },
  async SetUserPoolMfaConfig(one) {
    const test = poolUnderTest()
    const UserPoolId = await created(test, poolMembers(one, 'OFF'))
    return outcome(test, 'SetUserPoolMfaConfig', { UserPoolId, ...factorMembers(one, one.mode) })
  },
  'the file': ({ first, methods, mode, passkey, tier: poolTier }) => {
    const pool: PoolInput = {
      id: 'us-east-1_A',
      clients: [{ name: 'a', id: 'a' }],
      users: [],
      mfaConfiguration: mode,
      ...(methods && { mfaMethods: [...methods] }),
      ...(mode !== 'OFF' && !methods && { mfaMethods: [] }),
      ...(first && { allowedFirstAuthFactors: [...first] }),
      ...(passkey && {
        webAuthnConfiguration: { relyingPartyId: 'a.example', factorConfiguration: passkey },
      }),
      ...(poolTier && { tier: poolTier }),
    }
    try {
      poolUnderTest({ pools: [pool] })
      return 'ok'
    } catch (error) {
      const [, message] = /pools\[0\] is refused: (.*?)\.?$/s.exec(String(error)) ?? []
      const known = [emailInLite, passkeyInLite, passwordless, ...Object.values(mfaRefusals)]
      const found = known.find((one) => one.message?.replace(/\.$/, '') === message)
      if (!found) throw error
      return found
    }
  },
}

const named = (one: Combination) =>
  [
    `MFA ${one.mode}`,
    ...(one.methods ?? []),
    ...(one.first ? [`first ${one.first.join(', ')}`] : []),
    ...(one.passkey ? [`passkeys ${one.passkey}`] : []),
    ...(one.verifiesPhones ? ['phone numbers verified'] : []),
    ...(one.sms ? ['SMS configuration'] : []),
    ...(one.email ? ['email by DEVELOPER'] : []),
    ...(one.tier ? [one.tier] : []),
  ].join(' + ')

const cells = table.flatMap(([one, ...row]) =>
  (Object.keys(doors) as Door[]).flatMap((door, index) => {
    const expected = row[index] ?? '–'
    const text = typeof expected === 'string' ? expected : expected.type
    return expected === '–' ? [] : [{ combination: named(one), door, expected, one, text }]
  }),
)

describe('the combinations of MFA, factors and tier', () => {
  it.each(cells)('$combination: $door answers $text', async ({ door, expected, one }) => {
    expect(await doors[door](one)).toEqual(expected)
  })

  it('cover every rule in every operation that can break it', () => {
    const expected = new Set(cells.map((cell) => cell.expected))
    for (const { ofSetUserPoolMfaConfig, refusal } of mfaRules) {
      expect(expected).toContain(refusal)
      if (ofSetUserPoolMfaConfig) expect(expected).toContain(ofSetUserPoolMfaConfig)
    }
  })
})
