import { exception, type RefusalText } from './refusal.ts'

/** What becomes of a call whose Lambda trigger refuses, breaks, or answers what is none. */
export const triggerRefusals = {
  validation: (trigger: string, text: string) =>
    exception('UserLambdaValidationException')(`${trigger} failed with error ${text}.`),
  unexpected: (arn: string, text: string) =>
    exception('UnexpectedLambdaException')(`${arn} failed with error ${text}.`, 'reported'),
  /** What a function that is missing, or may not be called, looks like. */
  missing: (trigger: string) =>
    exception('UnexpectedLambdaException')(
      `${trigger} invocation failed due to error AccessDeniedException.`,
      'reported',
    ),
  output: exception('InvalidLambdaResponseException')('Unrecognizable lambda output'),
  migrationWithoutUser: exception('UserNotFoundException')('User does not exist.', 'assumed'),
} as const satisfies Record<string, RefusalText | ((...values: never[]) => RefusalText)>
