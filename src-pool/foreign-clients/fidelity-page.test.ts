// docs/fidelity.md is written by this test:
// npx vitest run src-pool/foreign-clients/fidelity-page.test.ts -u
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { AuthFlowType, ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider'
import { fidelityPage } from './fidelity-page.ts'

const files = import.meta.glob<string>(
  ['./*.test.ts', '!./fidelity-page.test.ts', '../../src-main/watch/*-clients.test.ts'],
  { eager: true, query: '?raw', import: 'default' },
)
const tests = Object.entries(files)
  .map(([path, text]) => ({ file: path.replace('./', 'src-pool/foreign-clients/'), text }))
  .map(({ file, text }) => ({ file: file.replace(/^.*src-main/, 'src-main'), text }))
  .sort((a, b) => a.file.localeCompare(b.file))

it('docs/fidelity.md says what the tests of foreign clients try', async () => {
  const page = fidelityPage(
    tests,
    Object.values(AuthFlowType).filter((flow) => !flow.startsWith('ADMIN_')),
    Object.values(ChallengeNameType),
  )
  await expect(page).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/fidelity.md'))
})
