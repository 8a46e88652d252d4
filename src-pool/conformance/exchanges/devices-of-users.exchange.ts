import { expect } from 'vitest'
import { createdClient, createdPool, createdUser, exchange, signedIn } from '../exchange.ts'

/** AdminGetDevice and AdminUpdateDeviceStatus of a device that its user confirmed. */
export default exchange({
  topic: 'users',
  async play(pool) {
    const UserPoolId = await createdPool(pool, {
      DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true },
    })
    const { ClientId } = await createdClient(pool, UserPoolId)
    await createdUser(pool, UserPoolId, 'ann')
    const tokens: Readonly<Record<string, unknown>> = await signedIn(pool, ClientId, 'ann')
    const { DeviceKey } = tokens['NewDeviceMetadata'] as { readonly DeviceKey: string }
    const device = { UserPoolId, Username: 'ann', DeviceKey }
    expect(await pool.refusal('AdminGetDevice', device)).toMatch('ResourceNotFoundException')
    await pool.succeed('ConfirmDevice', {
      AccessToken: tokens['AccessToken'],
      DeviceKey,
      DeviceSecretVerifierConfig: { PasswordVerifier: 'AQID', Salt: 'AQID' },
    })
    await pool.succeed('AdminUpdateDeviceStatus', {
      ...device,
      DeviceRememberedStatus: 'remembered',
    })
    const { Device } = await pool.succeed('AdminGetDevice', device)
    expect(Device).toMatchObject({
      DeviceKey,
      DeviceAttributes: expect.arrayContaining([
        { Name: 'dev:device_remembered_status', Value: 'remembered' },
      ]) as unknown,
    })
  },
})
