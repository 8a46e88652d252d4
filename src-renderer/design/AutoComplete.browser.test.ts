import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import AutoComplete from './AutoComplete.vue'

const options = [
  { value: 'alice', note: 'has a password' },
  { value: 'bob', note: 'has an authenticator' },
]

it('offers what matches the typed text, and takes the one that Enter chooses', async () => {
  const text = model('')
  mount(() =>
    h('label', ['User ', h(AutoComplete, { options, listLabel: 'Users', ...text.props() })]),
  )
  await userEvent.keyboard('{Tab}authenticator')
  await expect.element(page.getByRole('option', { name: 'bob' })).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(text.value).toBe('bob')
})

it('gives a long value the room that the list has', async () => {
  const url = 'https://cognito-idp-fips.eu-central-1.amazonaws.com'
  mount(() =>
    h('label', [
      'Endpoint ',
      h(AutoComplete, {
        options: [{ value: url, note: 'FIPS' }],
        listLabel: 'Endpoints',
        ...model('').props(),
      }),
    ]),
  )
  await userEvent.keyboard('{Tab}{ArrowDown}')
  const value = page.getByText(url)
  await expect.element(value).toBeVisible()
  const lines = document.createRange()
  lines.selectNodeContents(value.element())
  expect(lines.getClientRects()).toHaveLength(1)
})
