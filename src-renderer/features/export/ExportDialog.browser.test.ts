import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, nextTick } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { sampleRun } from '../../browser-tests/sample-run.ts'
import ExportDialog from './ExportDialog.vue'

async function show() {
  const bridge = fakeBridge({
    'export.formats': () => [
      { format: 'har', title: 'HAR', note: 'for developer tools' },
      { format: 'go', title: 'Go (AWS SDK v2)', note: 'the chain as a program' },
    ],
    'export.redactionChoices': () => [
      { id: 'groups', title: 'Groups and roles', note: 'cognito:groups', isDefault: true },
      { id: 'token-ids', title: 'Token ids', note: 'jti', isDefault: false },
    ],
    'export.preview': () => ({
      fileName: 'sign-in.har',
      confirmation: 'agreed',
      exportContents: [{ what: 'passwords', count: 1 }],
    }),
    'export.save': () => ({ path: '/tmp/sign-in.har' }),
  })
  const open = model<boolean, 'open'>(false, 'open')
  mount(() => h(ExportDialog, { run: sampleRun(), ...open.props() }))
  open.change(true)
  await nextTick()
  return { ...bridge, open }
}

it('saves a redacted file with the keyboard alone', async () => {
  const { calls, open } = await show()
  await expect.element(page.getByText('sign-in.har')).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'Save…' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => open.value).toBe(false)
  expect(calls.find(({ route }) => route === 'export.save')?.input).toMatchObject({
    redacted: true,
    confirmation: '',
  })
})

it('says what the chosen format is for', async () => {
  await show()
  await page.getByRole('radio', { name: 'Go (AWS SDK v2)' }).click()
  await expect.element(page.getByText('the chain as a program')).toBeVisible()
})

it('saves with the chosen kinds of values as marks', async () => {
  const { calls } = await show()
  await page.getByRole('checkbox', { name: 'Token ids' }).click()
  await page.getByRole('checkbox', { name: 'Groups and roles' }).click()
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect
    .poll(() => calls.find(({ route }) => route === 'export.save')?.input)
    .toMatchObject({ redacted: true, replaced: ['token-ids'] })
})

it('saves secrets only once each kind of them was agreed to', async () => {
  await show()
  await page.getByRole('radio', { name: /With secrets/ }).click()
  const save = page.getByRole('button', { name: 'Save…' })
  await expect.element(save).toBeDisabled()
  await page.getByRole('checkbox', { name: 'Include these in plain text: passwords.' }).click()
  await expect.element(save).toBeEnabled()
})
