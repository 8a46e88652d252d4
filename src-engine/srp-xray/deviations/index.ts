import type { Deviation } from '../deviation.ts'
import { group2048 } from './group-2048.ts'
import { kPaddedG } from './k-padded-g.ts'
import { kThree } from './k-three.ts'
import { kUnsigned } from './k-unsigned.ts'
import { keyIsHashOfS } from './key-is-hash-of-s.ts'
import { keyOf32Bytes } from './key-of-32-bytes.ts'
import { keySaltAndSecretSwapped } from './key-salt-and-secret-swapped.ts'
import { keySaltUnsigned } from './key-salt-unsigned.ts'
import { keyWithoutCounter } from './key-without-counter.ts'
import { keyWithoutLabel } from './key-without-label.ts'
import { messageAlias } from './message-alias.ts'
import { messagePoolIdWithRegion } from './message-pool-id-with-region.ts'
import { messageSecretBlockAsText } from './message-secret-block-as-text.ts'
import { messageTimestampFirst } from './message-timestamp-first.ts'
import { messageUserFirst } from './message-user-first.ts'
import { sUnsigned } from './s-unsigned.ts'
import { saltAsText } from './salt-as-text.ts'
import { saltUnsigned } from './salt-unsigned.ts'
import { signatureAsHex } from './signature-as-hex.ts'
import { signatureBySha1 } from './signature-by-sha-1.ts'
import { timestampPaddedDay } from './timestamp-padded-day.ts'
import { uBBeforeA } from './u-b-before-a.ts'
import { uUnsigned } from './u-unsigned.ts'
import { xBySha1 } from './x-by-sha-1.ts'
import { xOverAlias } from './x-over-alias.ts'
import { xPoolIdWithRegion } from './x-pool-id-with-region.ts'
import { xWithoutColon } from './x-without-colon.ts'
import { xWithoutPoolName } from './x-without-pool-name.ts'

/**
 * Every known deviation: a new one is a file and a line here. Those that need a sign-in each come in
 * the order in which they are tried, the most frequent in published clients first.
 */
export const deviations: readonly Deviation[] = [
  kUnsigned,
  saltUnsigned,
  xPoolIdWithRegion,
  xOverAlias,
  xWithoutColon,
  xBySha1,
  xWithoutPoolName,
  kPaddedG,
  kThree,
  saltAsText,
  group2048,
  uUnsigned,
  uBBeforeA,
  sUnsigned,
  keySaltUnsigned,
  keyWithoutCounter,
  keyWithoutLabel,
  keyOf32Bytes,
  keyIsHashOfS,
  keySaltAndSecretSwapped,
  messageUserFirst,
  messageTimestampFirst,
  messageSecretBlockAsText,
  messagePoolIdWithRegion,
  messageAlias,
  signatureBySha1,
  signatureAsHex,
  timestampPaddedDay,
]
