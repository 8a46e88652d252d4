import { expect, it } from 'vitest'
import { settingsFixes } from './settings-fixes.ts'

const cdkLine = (...ExplicitAuthFlows: readonly string[]) =>
  settingsFixes({}, { ExplicitAuthFlows }).find(({ kind }) => kind === 'cdk')?.text

it('names every flow that is on in the line for the CDK', () => {
  expect(cdkLine('ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_AUTH')).toBe(
    'authFlows: { userSrp: true, user: true },',
  )
})

it('turns a flow off in the line for the CDK where refreshes alone are on', () => {
  expect(cdkLine('ALLOW_REFRESH_TOKEN_AUTH')).toBe('authFlows: { userSrp: false },')
})
