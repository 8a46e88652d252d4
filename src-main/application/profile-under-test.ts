import type { z } from 'zod'
import type { Contract } from '#contract/contract.ts'
import { defaultAutomatic } from '#engine/catalogue/automatic-answers/index.ts'

/** The input that creates a profile of a pool of one's own, for tests. */
export const profileUnderTest: z.input<Contract['profile.create']['input']> = {
  name: 'Own',
  colour: 'blue',
  production: false,
  region: 'eu-west-1',
  endpoint: '',
  userPoolId: 'eu-west-1_AbCdEf123',
  clientId: '1example23456789',
  username: 'ada',
  flow: 'USER_PASSWORD_AUTH',
  authSessionValidity: 3,
  automatic: defaultAutomatic(),
  asAdmin: false,
  awsProfile: '',
  proxy: '',
  caFile: '',
  trustedCertificates: [],
  clientCertificateFile: '',
  clientKeyFile: '',
}
