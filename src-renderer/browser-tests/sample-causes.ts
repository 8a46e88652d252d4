import type { DiagnosedCause } from '#engine/diagnosis/diagnose.ts'

/** A cause with evidence, and with every kind of what can be done about it. */
export const sampleCause: DiagnosedCause = {
  code: 'AS1101',
  rule: 'wrong-password',
  title: 'The password is wrong',
  verdict: 'proved',
  step: 2,
  evidence: [
    {
      step: 2,
      where: 'response',
      member: 'message',
      text: 'Cognito says so',
      expected: '',
      actual: 'Incorrect username or password.',
    },
    {
      step: 2,
      where: 'request',
      member: 'TIMESTAMP',
      text: 'The time of the proof',
      expected: 'Sat Jan 31',
      actual: 'Sat Jan 32',
    },
  ],
  next: [
    {
      kind: 'action',
      text: 'Type the password again',
      safety: 'as is',
      action: { do: 'edit input', field: 'PASSWORD' },
    },
    { kind: 'advice', text: 'Ask the user.', safety: 'as is' },
    { kind: 'aws cli', text: 'aws cognito-idp admin-set-user-password', safety: 'fill in' },
  ],
}

/** One that the trace excludes. */
export const excludedCause: DiagnosedCause = {
  ...sampleCause,
  code: 'AS1301',
  title: 'The clock differs from Cognito’s',
  verdict: 'excluded',
  next: [],
}
