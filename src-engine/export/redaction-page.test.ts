// docs/redaction.md is written by this test:
// npx vitest run src-engine/export/redaction-page.test.ts -u
import { join } from 'node:path'
import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import { expect, it } from 'vitest'
import { sdkMembers } from '../catalogue/members/sdk-members.ts'
import { redactionPage } from './redaction-page.ts'

it('docs/redaction.md lists how every member, header and claim is handled', async () => {
  await expect(redactionPage(sdkMembers(sdk))).toMatchFileSnapshot(
    join(import.meta.dirname, '../../docs/redaction.md'),
  )
})
