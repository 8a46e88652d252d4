import { rememberedDevice } from '../fixtures.ts'
import { scenario } from '../scenario.ts'
import { password } from '../values.ts'

export default scenario({
  about: 'A remembered device with the password of another one',
  client: 'device-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'device-user', PASSWORD: password },
  before: rememberedDevice('device-public', 'device-user', 'another password'),
  steps: [
    { pending: 'PASSWORD_VERIFIER', answer: 'automatic' },
    { pending: 'DEVICE_SRP_AUTH', answer: 'automatic' },
    { pending: 'DEVICE_PASSWORD_VERIFIER', answer: 'automatic' },
  ],
  cause: 'AS1704',
  verdict: 'likely',
  excluded: ['AS1301', 'AS1302'],
  never: ['AS1101', 'AS1304', 'AS1705'],
})
