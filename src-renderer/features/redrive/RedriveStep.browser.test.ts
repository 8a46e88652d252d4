import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { withInputs } from '../../browser-tests/with-inputs.ts'
import RedriveStep from './RedriveStep.vue'

const step = {
  step: 2,
  operation: 'RespondToAuthChallenge',
  challenge: 'PASSWORD_VERIFIER',
  members: [
    { name: 'TIMESTAMP', from: 'computed', text: '', sensitivity: 'public' },
    { name: 'NOTE', from: 'same', text: 'x', sensitivity: 'public' },
  ],
}

it('shows computed members on request, and names an edit by step and member', async () => {
  const edits: string[][] = []
  const onEdit = (...edit: string[]) => edits.push(edit)
  mount(() => h(withInputs(RedriveStep), { step, first: false, onEdit }))
  await expect.element(page.getByRole('group', { name: /Step 2 PASSWORD_VERIFIER/ })).toBeVisible()
  await expect.element(page.getByLabelText('TIMESTAMP')).not.toBeVisible()
  await userEvent.click(page.getByText('Computed again: TIMESTAMP'))
  await userEvent.fill(page.getByLabelText('TIMESTAMP'), 'y')
  expect(edits.at(-1)).toEqual(['2.TIMESTAMP', 'y'])
  await expectAccessible()
})

it('only names what the first call computes', async () => {
  mount(() => h(withInputs(RedriveStep), { step, first: true }))
  await expect.element(page.getByText('Computed again: TIMESTAMP')).toBeVisible()
  expect(page.getByLabelText('TIMESTAMP').query()).toBeNull()
})
