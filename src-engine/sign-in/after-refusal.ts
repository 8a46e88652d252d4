/** Exceptions of RespondToAuthChallenge after which the same session takes another answer. */
const sessionSurvives: ReadonlySet<string> = new Set([
  'CodeMismatchException',
  'ExpiredCodeException',
  'InvalidPasswordException',
  'PasswordHistoryPolicyViolationException',
  'InvalidParameterException',
  'TooManyRequestsException',
  'InternalErrorException',
])

/**
 * What a refused challenge answer leaves: a session that takes another answer, or nothing. A wrong
 * code keeps the session on the real service; a NotAuthorizedException ends it.
 */
export const afterRefusal = (refusal: { readonly error: string }): 'answer again' | 'start over' =>
  sessionSurvives.has(refusal.error) ? 'answer again' : 'start over'
