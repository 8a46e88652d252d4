import { advise } from '../next-moves.ts'
import { inRequest } from '../place.ts'
import { defineRule } from '../rule.ts'

const expected = 'application/x-amz-json-1.1'

export const contentType = defineRule({
  code: 'AS2210',
  slug: 'input/content-type',
  title: 'Content-Type is not application/x-amz-json-1.1',
  meaning:
    'Cognito speaks AWS JSON 1.1. A request of another type is not read; application/json is answered with status 200 and the exception inside, which HTTP clients take for a success.',
  recognised:
    'UnknownOperationException, and the Content-Type of the request; where that is absent, an answer in XML.',
  fix: 'Send Content-Type: application/x-amz-json-1.1.',
  excludedBy: 'A request with Content-Type: application/x-amz-json-1.1.',
  sources: ['Assumed of Cognito: what DynamoDB and Kinesis answer', 'AWS JSON 1.1 protocol'],
  look: (step) => {
    const { requestHeaders = [], response } = step.attempts.at(-1) ?? {}
    const sentType = requestHeaders.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
    // Where it is absent, a recording may have lost it; only an answer in XML shows that it was not sent.
    if (sentType === undefined && !response?.body.startsWith('<')) return undefined
    const isRight = sentType?.toLowerCase().split(';')[0]?.trim() === expected
    return {
      verdict: isRight ? 'excluded' : 'likely',
      evidence: [
        inRequest(
          step,
          'Content-Type',
          sentType ?? '',
          sentType === undefined
            ? 'No Content-Type is recorded, and the answer is not JSON'
            : 'What the body was said to be',
          expected,
        ),
      ],
      next: [advise(`In the application: send Content-Type: ${expected}, as the AWS SDKs do.`)],
    }
  },
})
