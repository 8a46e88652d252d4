import type { ReplacedAnswer } from './injected-fault.ts'

/**
 * What a request gets whose body is not said to be AWS JSON 1.1. Of Cognito that is not known: it is
 * assumed to be what other AWS services in the same framework answer, DynamoDB and Kinesis among them.
 * @returns undefined for AWS JSON 1.1, with or without parameters such as a charset
 */
export function answerToContentType(header: string | undefined): ReplacedAnswer | undefined {
  const [type = ''] = (header ?? '').toLowerCase().split(';')
  switch (type.trim()) {
    case 'application/x-amz-json-1.1':
      return undefined
    case 'application/json':
      return {
        // A success to every HTTP client, and tokens to none.
        status: 200,
        contentType: 'application/json',
        body: '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException","message":null},"Version":"1.0"}',
      }
    default:
      return { status: 404, contentType: 'text/html', body: '<UnknownOperationException/>\n' }
  }
}
