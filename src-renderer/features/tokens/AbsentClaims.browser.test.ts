import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import AbsentClaims from './AbsentClaims.vue'

it('says why a claim is absent as soon as its name is typed', async () => {
  mount(() => h(AbsentClaims, { use: 'access', claims: { sub: 'u' } }))
  await page.getByText('Why is a claim absent?').click()
  await userEvent.fill(page.getByLabelText('Claim'), 'custom:tenant')
  await expect.element(page.getByRole('status')).toHaveTextContent('V2_0')
  await userEvent.fill(page.getByLabelText('Claim'), 'sub')
  await expect.element(page.getByRole('status')).toHaveTextContent('It is present: "u"')
  await expectAccessible()
})
