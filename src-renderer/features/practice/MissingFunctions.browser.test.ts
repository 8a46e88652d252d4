import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import MissingFunctions from './MissingFunctions.vue'
import SourceFileButton from './SourceFileButton.vue'
import TriggerFunctionNote from './TriggerFunctionNote.vue'

const arn = 'arn:aws:lambda:us-east-1:000000000000:function:pre'

it('names each function without code, and leads to the place where it is typed', async () => {
  const edited: string[] = []
  const onEdit = (trigger: string) => edited.push(trigger)
  mount(() => h(MissingFunctions, { triggers: [{ name: 'PreSignUp', arn }], onEdit }))
  await expect.element(page.getByText(arn)).toBeVisible()
  await page.getByRole('button', { name: 'Add code for PreSignUp' }).click()
  expect(edited).toEqual(['PreSignUp'])
  await expectAccessible()
})

it('says nothing while no function lacks its code', () => {
  mount(() => h(MissingFunctions, { triggers: [] }))
  expect(document.body.textContent).not.toContain('LambdaConfig')
})

it('says how a function gets its code on the command line', async () => {
  mount(() => h(TriggerFunctionNote, { arn, hasCode: false }))
  await expect.element(page.getByText(`pool --trigger ${arn}=FILE`)).toBeVisible()
  await expectAccessible()
})

it('reads the file that is picked, and the same one again', async () => {
  const texts: string[] = []
  mount(() => h(SourceFileButton, { onRead: (text: string) => texts.push(text) }))
  await expect.element(page.getByRole('button', { name: 'Load a file…' })).toBeVisible()
  const input = document.querySelector('input')
  for (const text of ['one', 'two']) {
    const picked = new DataTransfer()
    picked.items.add(new File([text], 'pre.js'))
    if (input) input.files = picked.files
    input?.dispatchEvent(new Event('change'))
    await expect.poll(() => texts.at(-1)).toBe(text)
  }
})
