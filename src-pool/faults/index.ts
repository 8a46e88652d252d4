import { blockedRequest } from './blocked-request.ts'
import { blockedSignIn } from './blocked-sign-in.ts'
import { clockSkew } from './clock-skew.ts'
import { cutConnection } from './cut-connection.ts'
import { htmlPage } from './html-page.ts'
import { internalError } from './internal-error.ts'
import { latency } from './latency.ts'
import { riskDemandsMfa } from './risk-demands-mfa.ts'
import { serviceUnavailable } from './service-unavailable.ts'
import { throttling } from './throttling.ts'
import type { Fault } from './fault.ts'
import { wafBlock } from './waf-block.ts'

/** The one list of faults: configuration, command line and view derive from it. */
export const faults: readonly Fault[] = [
  clockSkew,
  latency,
  throttling,
  internalError,
  serviceUnavailable,
  cutConnection,
  htmlPage,
  blockedSignIn,
  blockedRequest,
  riskDemandsMfa,
  wafBlock,
]
