import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import VerifierList from './VerifierList.vue'

it('counts the verifiers that refuse, and says what each expected', async () => {
  const refusal = { error: 'JWTExpired', claim: 'exp', actual: '2026', expected: 'after 2027' }
  const verifiers = [
    { verifier: 'jose', setUp: 'jwtVerify', refusals: [refusal] },
    { verifier: 'PyJWT', setUp: 'decode', refusals: [] },
  ]
  mount(() => h(VerifierList, { verifiers }))
  await page.getByText('1 of 2 verifiers refuse it').click()
  await expect.element(page.getByText('JWTExpired')).toBeVisible()
  await expectAccessible()
})
