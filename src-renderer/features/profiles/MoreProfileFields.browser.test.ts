import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { useSecretInputs } from '#renderer/design/secret-inputs.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import MoreProfileFields from './MoreProfileFields.vue'
import { fieldsOf } from './profile-draft.ts'

it('changes the fields of the profile, and says what is wrong with them', async () => {
  const fields = model(fieldsOf(undefined), 'fields')
  const removed = model<readonly string[], 'removed'>([], 'removed')
  const inputs = useSecretInputs()
  mount(() =>
    h(MoreProfileFields, { profile: undefined, inputs, ...fields.props(), ...removed.props() }),
  )
  await page.getByLabelText('Endpoint').fill('ftp://127.0.0.1')
  expect(fields.value.endpoint).toBe('ftp://127.0.0.1')
  await expect
    .element(page.getByLabelText('Endpoint'))
    .toHaveAccessibleDescription(/begins with https:/)
  await expectAccessible()
})

it('groups what belongs together, and asks for an AWS profile only for an administrator', async () => {
  const fields = model(fieldsOf(undefined), 'fields')
  const removed = model<readonly string[], 'removed'>([], 'removed')
  const inputs = useSecretInputs()
  mount(() =>
    h(MoreProfileFields, { profile: undefined, inputs, ...fields.props(), ...removed.props() }),
  )
  const network = page.getByRole('group', { name: 'Proxy and certificates' })
  await expect.element(network.getByLabelText('Client certificate key')).toBeVisible()
  const signIn = page.getByRole('group', { name: 'Sign-in' })
  await expect.element(signIn.getByLabelText('AWS profile')).not.toBeInTheDocument()
  await signIn.getByLabelText('Call as the administrator').click()
  await expect.element(signIn.getByLabelText('AWS profile')).toBeVisible()
  await expectAccessible()
})
