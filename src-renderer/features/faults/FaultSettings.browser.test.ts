import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { sampleFault } from '../../browser-tests/sample-practice.ts'
import { draftOf, type FaultDraft } from './fault-draft.ts'
import FaultSettings from './FaultSettings.vue'

it('has a field for each setting, labeled with its unit', async () => {
  const draft = model<FaultDraft>(draftOf(sampleFault))
  mount(() => h(FaultSettings, { settings: sampleFault.settings, ...draft.props() }))
  await expectAccessible()
  await page.getByLabelText('Delay (s)').fill('7')
  await page.getByLabelText('Operations').fill('InitiateAuth')
  page.getByRole('checkbox', { name: 'Once' }).element().focus()
  await userEvent.keyboard(' ')
  expect(draft.value).toEqual({ seconds: '7', only: 'InitiateAuth', once: 'true' })
})
