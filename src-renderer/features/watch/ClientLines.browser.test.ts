import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { watchedClients } from '#engine/catalogue/watched-clients/index.ts'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleWatch } from '../../browser-tests/sample-watch.ts'
import ClientLines from './ClientLines.vue'

it('copies the lines of the chosen client with the keyboard', async () => {
  const { calls } = fakeBridge()
  mount(() => h(ClientLines, { watch: sampleWatch }))
  const client = watchedClients[1]
  if (!client) throw new Error('there is but one client')
  await page.getByLabelText('Client', { exact: true }).selectOptions(client.title)
  await expectAccessible()
  page.getByRole('button', { name: 'Copy' }).element().focus()
  await userEvent.keyboard('{Enter}')
  expect(calls.map(({ input }) => input)).toEqual([{ text: client.lines(sampleWatch) }])
})
