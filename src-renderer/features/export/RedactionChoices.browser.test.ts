import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { Contract } from '#contract/contract.ts'
import type { Reply } from '#contract/define.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import RedactionChoices from './RedactionChoices.vue'

type Profile = Reply<Contract['export.redactionProfiles']>['builtIn'][number]
const standard: Profile['redaction'] = {
  users: 'hashed',
  hosts: 'kept',
  replaced: ['groups'],
  keptClaims: [],
  replacedClaims: [],
}
const strict: Profile['redaction'] = { ...standard, users: 'removed', hosts: 'masked' }

function show(saved: Profile[] = []) {
  const bridge = fakeBridge({
    'export.redactionChoices': () => [
      { id: 'groups', title: 'Groups and roles', note: 'cognito:groups', isDefault: true },
      { id: 'token-ids', title: 'Token IDs', note: 'jti', isDefault: false },
    ],
    'export.redactionProfiles': () => ({
      builtIn: [
        { name: 'Standard', redaction: standard },
        { name: 'Strict', redaction: strict },
      ],
      saved,
    }),
  })
  const redaction = model<Profile['redaction'] | undefined>(undefined)
  mount(() => h(RedactionChoices, redaction.props()))
  return { ...bridge, redaction }
}

it('begins with the first profile, and takes another one as a whole', async () => {
  const { redaction } = show()
  const profile = page.getByLabelText('Redaction profile')
  await expect.element(profile).toHaveValue('Standard')
  expect(redaction.value).toEqual(standard)
  await profile.selectOptions('Strict')
  expect(redaction.value).toEqual(strict)
  await expectAccessible()
})

it('saves choices of one’s own under a name', async () => {
  const { calls, redaction } = show()
  await page.getByText('What is replaced').click()
  await page.getByLabelText('Usernames').selectOptions('kept')
  await page.getByRole('checkbox', { name: 'Token IDs' }).click()
  await page.getByLabelText('Claims that stay readable').fill('email, locale')
  await userEvent.keyboard('{Tab}')
  expect(redaction.value).toEqual({
    ...standard,
    users: 'kept',
    replaced: ['groups', 'token-ids'],
    keptClaims: ['email', 'locale'],
  })
  await page.getByLabelText('Name of the new profile').fill('Support')
  await page.getByRole('button', { name: 'Save as profile' }).click()
  await expect.element(page.getByLabelText('Redaction profile')).toHaveValue('Support')
  expect(calls.find(({ route }) => route === 'export.saveRedactionProfiles')?.input).toEqual({
    profiles: [{ name: 'Support', redaction: redaction.value }],
  })
  await expectAccessible()
})

it('deletes a profile that was saved, and leaves its choices as they are', async () => {
  const { calls, redaction } = show([
    { name: 'Support', redaction: { ...standard, users: 'kept' } },
  ])
  await page.getByLabelText('Redaction profile').selectOptions('Support')
  await page.getByRole('button', { name: 'Delete this profile' }).click()
  await expect.element(page.getByLabelText('Redaction profile')).toHaveValue('')
  expect(redaction.value?.users).toBe('kept')
  expect(calls.at(-1)?.input).toEqual({ profiles: [] })
})
