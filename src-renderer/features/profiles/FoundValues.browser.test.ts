import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import type { FoundConfiguration } from '#contract/routes/configurations.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import FoundValues from './FoundValues.vue'

const configuration: FoundConfiguration = {
  kind: 'connections',
  configurationId: 'c1',
  source: '.env file',
  file: '.env.local',
  connections: [
    {
      name: 'Web',
      fields: { clientId: { text: '1example23456789abcdefghij', place: 'line 3' } },
      missing: ['userPoolId', 'region'],
    },
    {
      name: 'Server',
      fields: { clientId: { text: '2example23456789abcdefghij', place: 'line 4' } },
      clientSecretPlace: 'line 5',
      missing: [],
    },
  ],
}

it('says what was found where, what is missing, and lets choose an app client', async () => {
  const chosen = model(0, 'chosen')
  const useSecret = model(true, 'useSecret')
  const models = () => ({ ...chosen.props(), ...useSecret.props() })
  mount(() => h(FoundValues, { configuration, differing: [], ...models() }))
  const found = page.getByRole('region', { name: 'What was found' })
  await expect.element(found).toHaveTextContent('Found in .env.local (.env file)')
  await expect.element(found).toHaveTextContent('missing: user pool ID, region')
  await expect.element(found).toHaveTextContent('line 3')
  await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument()
  await expectAccessible()
  await page.getByLabelText('2 app clients').selectOptions('1')
  await expect.element(found).toHaveTextContent('2example23456789abcdefghij')
  await expect
    .element(page.getByRole('checkbox', { name: /Save its client secret too.*line 5/ }))
    .toBeChecked()
})
