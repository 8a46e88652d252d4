import type { RetryErrorInfo, RetryStrategyV2 } from '@smithy/types'

/** What is not over in a second, so that another request only uses up one more attempt. */
const notRetried = ['LimitExceededException', 'TooManyFailedAttemptsException']

/**
 * A retry strategy that leaves limits of one user alone, which the SDK takes for throttling: one click
 * would spend three of the few attempts that Cognito allows.
 */
export function sparingRetries(strategy: RetryStrategyV2): RetryStrategyV2 {
  return {
    acquireInitialRetryToken: (scope) => strategy.acquireInitialRetryToken(scope),
    refreshRetryTokenForRetry: (token, info) =>
      isLimit(info)
        ? Promise.reject(new Error('a limit of one user is not retried'))
        : strategy.refreshRetryTokenForRetry(token, info),
    recordSuccess: (token) => {
      strategy.recordSuccess(token)
    },
  }
}

const isLimit = ({ error }: RetryErrorInfo): boolean =>
  error instanceof Error && notRetried.includes(error.name)
