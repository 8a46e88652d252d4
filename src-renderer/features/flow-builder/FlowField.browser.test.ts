import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { provedPasswordField, usernameField } from '#engine/catalogue/field.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { withInputs } from '../../browser-tests/with-inputs.ts'
import { sampleProfile, withProfiles } from '../../browser-tests/with-profile.ts'
import { useDraft } from './draft.ts'
import FlowField from './FlowField.vue'

const Field = withInputs(FlowField)

it('completes the name of a practice user by keyboard', async () => {
  fakeBridge()
  const users = [{ value: 'totp-user', note: 'has an authenticator' }]
  mount(() => [
    h(Field, { field: usernameField, users }),
    h('output', useDraft().inputs['USERNAME']),
  ])
  await page.getByRole('combobox').fill('tot')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(page.getByRole('combobox')).toHaveValue('totp-user')
  await expectAccessible()
})

it('uses the known password only when it is asked to, once another one was refused', async () => {
  const { calls } = fakeBridge({
    'run.known': () => [{ key: 'PASSWORD', source: 'practice pool', withheld: true }],
  })
  const view = withProfiles([sampleProfile], () =>
    h(Field, { field: provedPasswordField, users: [] }),
  )
  mount(() => [h(view), h('output', String(useDraft().known.length))])
  await useDraft().lookUpKnown()
  await expect.element(page.getByPlaceholder('was refused')).toBeVisible()
  await expect.element(page.getByRole('status')).toHaveTextContent('0')
  const use = page.getByRole('button', { name: 'Use known password from the practice pool' })
  use.element().focus()
  await userEvent.keyboard('{Enter}')
  expect(calls.map(({ route }) => route)).toContain('run.useWithheld')
  await expectAccessible()
})
