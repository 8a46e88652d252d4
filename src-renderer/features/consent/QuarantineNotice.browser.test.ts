import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import QuarantineNotice from './QuarantineNotice.vue'

const files = [{ path: '/data/settings.broken.json', reason: 'It is no JSON.' }]
const history = { path: '/data/traces-1a.db.quarantined-2026', reason: 'It is damaged.' }

it('names each file and why, opens it, leads to its folder, and is dismissed with the keyboard', async () => {
  const { calls } = fakeBridge()
  mount(() => h(QuarantineNotice, { files }))
  const notice = page.getByRole('alert', { name: 'Quarantined files' })
  await expect.element(notice).toHaveTextContent('A file could not be read and was quarantined.')
  await expectAccessible()
  page.getByRole('button', { name: 'Open /data/settings.broken.json' }).element().focus()
  await userEvent.keyboard('{Enter}{Tab}{Enter}{Tab}{Enter}')
  expect(calls.map(({ input, route }) => [route, input])).toEqual([
    ['app.openQuarantined', { path: '/data/settings.broken.json' }],
    ['app.openDataFolder', undefined],
  ])
  expect(notice.elements()).toEqual([])
})

it('does not offer to open an encrypted history in another program', async () => {
  fakeBridge()
  mount(() => h(QuarantineNotice, { files: [...files, history] }))
  const notice = page.getByRole('alert', { name: 'Quarantined files' })
  await expect.element(notice).toHaveTextContent(history.path)
  expect(notice.getByRole('button', { name: /^Open \// }).elements()).toHaveLength(1)
})
