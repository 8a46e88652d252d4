import type { ProbeFinding } from '../probe-finding.ts'
import { clientExists } from './client-exists.ts'
import { deviceTracking } from './device-tracking.ts'
import { existenceHidden } from './existence-hidden.ts'
import { firewall } from './firewall.ts'
import { flowEnabled } from './flow-enabled.ts'
import { poolExists } from './pool-exists.ts'
import { poolOfClient } from './pool-of-client.ts'
import { proxy } from './proxy.ts'
import { secretRight } from './secret-right.ts'
import { secretWanted } from './secret-wanted.ts'
import { signUpOpen } from './sign-up-open.ts'

/** Everything that a probe finds out, in the order in which it is shown. */
export const probeFindings: readonly ProbeFinding[] = [
  clientExists,
  poolExists,
  poolOfClient,
  secretWanted,
  secretRight,
  flowEnabled('USER_SRP_AUTH'),
  flowEnabled('USER_PASSWORD_AUTH'),
  flowEnabled('CUSTOM_AUTH'),
  flowEnabled('USER_AUTH'),
  flowEnabled('REFRESH_TOKEN_AUTH'),
  existenceHidden,
  signUpOpen,
  deviceTracking,
  firewall,
  proxy,
]
