import { srpKeyPair } from '../srp/client.ts'
import { N } from '../srp/group.ts'
import { Secret } from '../secret/secret.ts'
import type { Computed } from './computed.ts'
import type { Ports } from './ports.ts'
import { publicSrpValue } from './public-srp-values.ts'
import type { WireValues } from '../wire/wire-values.ts'
import type { ComputedValue } from './field.ts'

/** SRP_A as a form announces it. */
export const srpA: ComputedValue = {
  name: 'SRP_A',
  sensitivity: 'public',
  help: 'Computed on send: g^a mod N for a new random a, 3,072 bits.',
}

/** The values with a new SRP_A and its key pair; one that was typed stays, and nothing is made. */
export function withSrpA(inputs: WireValues, ports: Ports): Computed {
  if (inputs['SRP_A'] !== undefined) return { values: inputs, shown: [] }
  const srp = srpKeyPair(ports.randomBytes(128), ports.modPow)
  const hexA = srp.A.toString(16)
  return {
    values: { ...inputs, SRP_A: hexA },
    srp,
    shown: [
      publicSrpValue('N', N.toString(16), 'the 3,072-bit prime of RFC 5054'),
      publicSrpValue('g', '2', 'its generator'),
      {
        name: 'a',
        value: Secret.of('srp private', srp.a.toString(16)),
        note: '128 random bytes, private',
      },
      publicSrpValue('A', hexA, 'g^a mod N, sent as SRP_A'),
    ],
  }
}
