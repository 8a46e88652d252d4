import { N } from '#engine/srp/group.ts'
import { integerFromBytes } from '#engine/srp/pad.ts'
import type { SrpVerifier } from '#engine/srp/server.ts'
import { deviceRefusals } from '../refusals/devices.ts'
import { refuse } from '../refusals/refusal.ts'
import { model, required } from '../requests/model.ts'
import { checkAccessToken } from '../tokens/check-access-token.ts'
import { defineOperation } from './operation.ts'

const base64Text = { kind: 'text', max: 131_072, sensitive: true } as const

/** ConfirmDevice: the device of this sign-in gets a secret of its own, and is tracked from now on. */
export const confirmDevice = defineOperation(
  'ConfirmDevice',
  {
    AccessToken: required(model.token),
    DeviceKey: required(model.deviceKey),
    DeviceSecretVerifierConfig: {
      kind: 'structure',
      members: { PasswordVerifier: base64Text, Salt: base64Text },
    },
    DeviceName: { kind: 'text', min: 1, max: 1024 },
  },
  async (state, { AccessToken, DeviceKey, DeviceSecretVerifierConfig = {}, DeviceName }) => {
    const { clientCall, user } = await checkAccessToken(state, AccessToken)
    const { deviceConfiguration } = clientCall.pool.settings
    const device =
      user.devices.find(({ key }) => key === DeviceKey) ?? refuse(deviceRefusals.deviceKeyInvalid)
    if (device.verifier) refuse(deviceRefusals.deviceExists)
    device.verifier = verifierOf(DeviceSecretVerifierConfig)
    device.name = DeviceName
    device.modifiedAt = state.ports.now()
    const asksUser = deviceConfiguration?.deviceOnlyRememberedOnUserPrompt ?? false
    device.remembered = !asksUser
    return { UserConfirmationNecessary: asksUser }
  },
)

function verifierOf({
  PasswordVerifier = '',
  Salt = '',
}: {
  readonly PasswordVerifier?: string | undefined
  readonly Salt?: string | undefined
}): SrpVerifier {
  const [verifier, salt] = [PasswordVerifier, Salt].map((text) =>
    integerFromBytes(Buffer.from(text, 'base64')),
  )
  if (!verifier || !salt || verifier >= N) return refuse(deviceRefusals.verifierInvalid)
  return { verifier, salt }
}
