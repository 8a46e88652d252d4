import type { IncomingHttpHeaders } from 'node:http'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { errorAnswer, type OwnAnswer } from './own-answer.ts'

/** Whether the service looks at the signature of this operation: those of a client have none. */
const isUnsigned = (operation: string): boolean =>
  operation === 'InitiateAuth' ||
  operation === 'RespondToAuthChallenge' ||
  accountOperations.has(operation)

/** A host of AWS checks signatures; the practice pool and emulators take any. */
const checksSignatures = ({ hostname }: URL): boolean =>
  /\.(amazonaws\.(com|com\.cn|eu)|api\.aws|api\.amazonwebservices\.com\.cn)$|\.(ic\.gov|scloud|hci\.ic\.gov|adc-e\.uk)$/i.test(
    hostname,
  )

/**
 * Whether a call was signed for the endpoint that it came to, and so would be refused where it goes:
 * a signature covers the name of the host.
 */
export const needsNewSignature = (
  { authorization = '' }: IncomingHttpHeaders,
  operation: string,
  upstream: URL,
): boolean =>
  authorization.startsWith('AWS4-') && !isUnsigned(operation) && checksSignatures(upstream)

/** What a call is answered that was to be signed again and could not be. */
export const notSignedAgain = (operation: string, why: string): OwnAnswer =>
  errorAnswer(
    400,
    'InvalidSignatureException',
    `Authscope could not sign ${operation} again, and did not forward it: ${why}`,
  )

/** What such a call is answered, since the service could only refuse it with a riddle. */
export const unforwardable = (operation: string, host: string): OwnAnswer =>
  errorAnswer(
    400,
    'InvalidSignatureException',
    `Authscope did not forward ${operation}: its SigV4 signature is for ${host}, and Cognito would refuse it under its own host. Let the watch sign such calls again with your AWS credentials, or send this operation to Cognito directly.`,
  )
