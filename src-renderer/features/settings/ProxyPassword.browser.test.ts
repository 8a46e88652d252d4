import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import ProxyPassword from './ProxyPassword.vue'

it('saves the password with the keyboard, and removes it', async () => {
  const { calls } = fakeBridge({
    'settings.keepProxyPassword': (input) => ({
      hasProxyPassword: 'password' in (input as object),
    }),
  })
  mount(() => h(ProxyPassword))
  const field = page.getByLabelText('Proxy password')
  await field.fill('Secret-1!')
  await expectAccessible()
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveAttribute('placeholder', 'saved; type to replace it')
  await expect.element(field).toHaveValue('')
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect.element(field).toHaveAttribute('placeholder', '')
  expect(calls.map(({ input }) => input)).toEqual([{ password: 'Secret-1!' }, {}])
})
