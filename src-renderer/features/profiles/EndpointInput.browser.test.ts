import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import EndpointInput from './EndpointInput.vue'

const url = 'https://cognito-idp-fips.us-east-1.amazonaws.com'

it('offers the endpoints of the region, chosen with the keyboard', async () => {
  const { calls } = fakeBridge({ 'profile.endpoints': () => [{ url, note: 'FIPS' }] })
  const value = model('')
  mount(() => [
    h('label', { for: 'url' }, 'Endpoint'),
    h(EndpointInput, { id: 'url', region: 'us-east-1', ...value.props() }),
  ])
  await expect.poll(() => calls[0]?.input).toEqual({ region: 'us-east-1' })
  await expectAccessible()
  await page.getByRole('combobox').click()
  await expect.element(page.getByRole('option', { name: /FIPS/ })).toBeVisible()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.poll(() => value.value).toBe(url)
})
