import type { DifferenceArea } from './difference.ts'

/** Members that are new with every sign-in, by the last part of their path, or by the whole of it. */
const volatile: Readonly<Partial<Record<DifferenceArea, ReadonlySet<string>>>> = {
  // An export of a run is the same run.
  run: new Set(['origin']),
  request: new Set([
    'SRP_A',
    'TIMESTAMP',
    'PASSWORD_CLAIM_SECRET_BLOCK',
    'PASSWORD_CLAIM_SIGNATURE',
    'content-length',
    'amz-sdk-invocation-id',
    'amz-sdk-request',
    'x-amz-date',
    'authorization',
    'host',
    'connection',
  ]),
  response: new Set([
    'SRP_B',
    'SALT',
    'SECRET_BLOCK',
    'session',
    'date',
    'content-length',
    'x-amzn-requestid',
    'keep-alive',
    'connection',
  ]),
  claims: new Set(['iat', 'exp', 'auth_time', 'jti', 'origin_jti', 'event_id']),
  facts: new Set([
    // How long ago something was is another time in each run.
    'ageMs',
    'endedMs',
    'expiredMs',
    'lastWrongMs',
    'otherCodeMs',
    'replacedMs',
    // A random number has fewer digits now and then.
    'srp-a.digits',
  ]),
}

/** Whether a member is expected to be another one in each run. */
export function isVolatile(area: DifferenceArea, member: string): boolean {
  const last = member.slice(member.lastIndexOf('.') + 1)
  return volatile[area]?.has(last) === true || volatile[area]?.has(member) === true
}
