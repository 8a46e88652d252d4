import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { withInputs } from '../../browser-tests/with-inputs.ts'
import MoreInputs from './MoreInputs.vue'
import type { Pair } from './start-input.ts'

const Inputs = withInputs(MoreInputs)

it('says that an extra parameter is treated as a secret, and what a fault leads to', async () => {
  fakeBridge()
  const free = model<Pair[], 'free'>([], 'free')
  mount(() => h(Inputs, free.props()))
  await expectAccessible()
  page.getByRole('button', { name: 'Add a parameter' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await page.getByLabelText('AuthParameters: key 1').fill('PASSWORD')
  await expect.element(page.getByText(/^PASSWORD: treated as secret/)).toBeVisible()
  await page.getByLabelText('Inject a fault').selectOptions('wrong-proof')
  await expect.element(page.getByText(/^Leads to NotAuthorizedException/)).toBeVisible()
})
