import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, nextTick } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import ExportDialog from './ExportDialog.vue'

const ofText = { joins: false, isPicture: false, alwaysRedacted: false }

async function show(
  of: { readonly runIds: readonly string[]; readonly step?: number } = { runIds: ['r1'] },
  leaks: { at: number; message: string }[] = [],
  whenSaved = Promise.resolve(),
) {
  const bridge = fakeBridge({
    'export.formats': () => [
      { ...ofText, format: 'har', title: 'HAR', note: 'for developer tools', joins: true },
      { ...ofText, format: 'go', title: 'Go (AWS SDK v2)', note: 'the chain as a program' },
      { ...ofText, format: 'png', title: 'PNG', note: 'a picture', isPicture: true },
    ],
    'export.redactionChoices': () => [
      { id: 'token-ids', title: 'Token IDs', note: 'jti', isDefault: false },
    ],
    'export.redactionProfiles': () => ({
      builtIn: [
        {
          name: 'Standard',
          redaction: {
            users: 'hashed',
            hosts: 'kept',
            replaced: [],
            keptClaims: [],
            replacedClaims: [],
          },
        },
      ],
      saved: [],
    }),
    'export.preview': (input) => ({
      fileName: 'sign-in.har',
      confirmation: 'agreed',
      leaks,
      ...((input as { redacted: boolean }).redacted && {
        beginning: { text: '{"user":"‹user 1a2b›"}', size: 22 },
      }),
      exportContents: [{ what: 'passwords', count: 1 }],
    }),
    'export.save': () => whenSaved.then(() => ({ path: '/tmp/sign-in.har' })),
  })
  const open = model<boolean, 'open'>(false, 'open')
  mount(() => h(ExportDialog, { ...of, ...open.props() }))
  open.change(true)
  await nextTick()
  const inputOf = (route: string) => bridge.calls.findLast((one) => one.route === route)?.input
  return { ...bridge, inputOf, open }
}

it('saves a redacted file with the keyboard alone', async () => {
  const { inputOf, open } = await show()
  await expect.element(page.getByText('sign-in.har')).toBeVisible()
  await expect.element(page.getByText('1 value replaced')).toBeVisible()
  await expectAccessible()
  page.getByRole('button', { name: 'Save…' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => open.value).toBe(false)
  expect(inputOf('export.save')).toMatchObject({
    runIds: ['r1'],
    redacted: true,
    confirmation: '',
  })
})

it('says what the chosen format is for', async () => {
  await show()
  await page.getByLabelText('Format').selectOptions('go')
  await expect.element(page.getByText('the chain as a program')).toBeVisible()
})

it('saves with the chosen kinds of values as marks', async () => {
  const { inputOf } = await show()
  await page.getByText('What is replaced').click()
  await page.getByRole('checkbox', { name: 'Token IDs' }).click()
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect
    .poll(() => inputOf('export.save'))
    .toMatchObject({ redacted: true, redaction: { replaced: ['token-ids'] } })
})

it('copies one call of a run, redacted', async () => {
  const { inputOf, open } = await show({ runIds: ['r1'], step: 2 })
  await expect.element(page.getByRole('dialog', { name: 'Export step 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect.poll(() => open.value).toBe(false)
  expect(inputOf('export.copy')).toMatchObject({ runIds: ['r1'], step: 2, format: 'har' })
})

it('exports several runs as one file or a zip, and cannot copy a zip', async () => {
  const { inputOf } = await show({ runIds: ['r1', 'r2'] })
  await expect.element(page.getByRole('dialog', { name: 'Export 2 runs' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Copy' })).toBeVisible()
  await page.getByRole('checkbox', { name: /As a zip/ }).click()
  await expect.element(page.getByRole('button', { name: 'Copy' })).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect.poll(() => inputOf('export.save')).toMatchObject({ zip: true })
})

it('does not save a file in which the leak scan found a secret', async () => {
  await show({ runIds: ['r1'] }, [{ at: 7, message: 'A password is at character 7.' }])
  await expect.element(page.getByText('passwords')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Save…' })).toBeDisabled()
})

it('saves secrets only once each kind of them was agreed to', async () => {
  await show()
  await page.getByRole('radio', { name: /With secrets/ }).click()
  const save = page.getByRole('button', { name: 'Save…' })
  await expect.element(save).toBeDisabled()
  await page.getByRole('checkbox', { name: 'Include these in plain text: passwords.' }).click()
  await expect.element(save).toBeEnabled()
})

it('shows how much of several runs is written, and cancels it', async () => {
  const { calls, tell } = await show({ runIds: ['r1', 'r2'] }, [], new Promise(() => undefined))
  await page.getByRole('button', { name: 'Save…' }).click()
  const bar = page.getByRole('progressbar', { name: 'Written so far' })
  await expect.element(bar).toHaveAttribute('value', '0')
  tell({ type: 'export.progress', part: 0.5 })
  await expect.element(page.getByText('50%')).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  expect(calls.at(-1)).toEqual({ route: 'export.cancel', input: undefined })
})
