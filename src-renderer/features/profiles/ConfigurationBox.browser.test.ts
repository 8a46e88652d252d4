import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import ConfigurationBox from './ConfigurationBox.vue'

it('hands what was typed to the main process on Enter, and says what can be pasted instead', async () => {
  const message = 'Paste a user pool ID, …'
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

it('takes a file that is dropped beside it, and shows a message that is out of view', async () => {
  const message = 'Paste a user pool ID, …'
  const { calls } = fakeBridge({
    'configuration.read': () => ({ recognised: { kind: 'unknown', message } }),
  })
  Object.assign(window.authscope, { pathOf: () => '/home/ada/notes.txt' })
  mount(() =>
    h('div', { style: 'height: 100px; overflow: auto' }, [
      h(ConfigurationBox),
      h('div', { style: 'height: 600px' }),
    ]),
  )
  const scroller = page.getByLabelText('Paste or drop anything').element().closest('div[style]')
  scroller?.scrollTo(0, 600)
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File(['hello'], 'notes.txt'))
  document.body.dispatchEvent(
    new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
  )
  await expect.element(page.getByRole('alert')).toBeInViewport()
  expect(calls).toEqual([
    { route: 'configuration.read', input: { from: 'file', path: '/home/ada/notes.txt' } },
  ])
})
