import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import ConfigurationBox from './ConfigurationBox.vue'

it('hands what was typed to the main process on Enter, and says what can be pasted instead', async () => {
  const message = 'Paste a user pool id, …'
  const { calls } = fakeBridge({
    'configuration.read': () => ({ recognised: { kind: 'unknown', message } }),
  })
  mount(() => h(ConfigurationBox))
  await expectAccessible()
  await userEvent.click(page.getByLabelText('Paste or drop anything'))
  await userEvent.keyboard('hello{Enter}')
  await expect.element(page.getByRole('alert')).toHaveTextContent(message)
  expect(calls).toEqual([{ route: 'configuration.read', input: { from: 'text', text: 'hello' } }])
})

it('reads what is pasted from the clipboard of the main process, and keeps it out of the page', async () => {
  const others: unknown[] = []
  const { calls } = fakeBridge({ 'configuration.read': () => ({ recognised: { kind: 'token' } }) })
  mount(() =>
    h(ConfigurationBox, { onOther: (kind: string, source: object) => others.push(kind, source) }),
  )
  const area = page.getByLabelText('Paste or drop anything').element()
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', 'COGNITO_CLIENT_SECRET=sample')
  area.dispatchEvent(
    new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
  )
  await expect.poll(() => others).toEqual(['token', { from: 'clipboard' }])
  expect(calls).toEqual([{ route: 'configuration.read', input: { from: 'clipboard' } }])
  expect((area as HTMLTextAreaElement).value).toBe('')
})
