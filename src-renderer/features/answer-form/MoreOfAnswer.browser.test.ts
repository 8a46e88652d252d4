import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { requestFaults } from '#engine/catalogue/fault-injection/index.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import MoreOfAnswer from './MoreOfAnswer.vue'

it('unfolds with the keyboard, and says what a chosen fault leads to', async () => {
  const metadata = model<{ key: string; value: string }[], 'metadata'>([], 'metadata')
  const fault = model<string, 'fault'>('', 'fault')
  const wrongCode = requestFaults.get('wrong-code')
  if (!wrongCode) throw new Error('no such fault')
  mount(() =>
    h(MoreOfAnswer, {
      flow: 'USER_SRP_AUTH',
      challenge: 'SMS_MFA',
      requestFaults: [wrongCode],
      ...metadata.props(),
      ...fault.props(),
    }),
  )
  page.getByRole('button', { name: 'More inputs' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await page.getByLabelText('Inject a fault').selectOptions(wrongCode.title)
  expect(fault.value).toBe('wrong-code')
  await expect.element(page.getByText(/^Leads to CodeMismatchException/)).toBeVisible()
  expect(metadata.value).toEqual([{ key: '', value: '' }])
  await expectAccessible()
})
