import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import type { RecordingPreview } from '#contract/routes/recordings.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import FoundSignIn from './FoundSignIn.vue'

it('is chosen with the keyboard, and says what the recording lacks', async () => {
  const chosen = model<boolean, 'chosen'>(false, 'chosen')
  const signIn: RecordingPreview['signIns'][number] = {
    calls: 1,
    flow: 'USER_SRP_AUTH',
    profileName: 'No profile',
    state: 'refused',
    username: 'ada',
    note: 'Its beginning is not in the recording.',
  }
  mount(() => h('ul', h(FoundSignIn, { signIn, ...chosen.props() })))
  await expect.element(page.getByText('time not captured')).toBeVisible()
  await expect.element(page.getByText(/no profile has this app client/)).toBeVisible()
  await expectAccessible()
  page.getByRole('checkbox').element().focus()
  await userEvent.keyboard(' ')
  expect(chosen.value).toBe(true)
})
