import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, nextTick } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import { samplePasskey } from '../../browser-tests/sample-passkeys.ts'
import ExportPasskey from './ExportPasskey.vue'
import type { PasskeyRow } from './passkey-rows.ts'

it('writes the private key only once that was agreed to', async () => {
  const { calls } = fakeBridge({
    'passkey.exportPreview': () => ({
      fileName: 'key.json',
      confirmation: 'agreed',
      exportContents: ['the private key'],
    }),
    'passkey.export': () => ({ path: '/tmp/key.json' }),
  })
  const row = model<PasskeyRow | undefined, 'row'>(undefined, 'row')
  mount(() => h(ExportPasskey, row.props()))
  row.change({
    credentialId: 'Y3JlZA',
    name: 'Key',
    rpId: 'example.com',
    place: 'only here',
    local: samplePasskey,
  })
  await nextTick()
  const save = page.getByRole('button', { name: 'Save…' })
  await expect.element(save).toBeDisabled()
  const agree = page.getByRole('checkbox', {
    name: 'Include these in plain text: the private key.',
  })
  await expect.element(agree).toBeVisible()
  agree.element().focus()
  await userEvent.keyboard(' ')
  await expectAccessible()
  await save.click()
  await expect
    .poll(() => calls.find(({ route }) => route === 'passkey.export')?.input)
    .toEqual({ id: 'passkey', confirmation: 'agreed' })
})
