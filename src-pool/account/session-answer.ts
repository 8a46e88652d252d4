import type { Grant } from '../state/grants.ts'

/** One of `Sessions` of an answer; dates in seconds since 1970. */
export const sessionAnswer = (grant: Grant, current?: Grant) => ({
  ClientId: grant.clientId,
  CreateDate: grant.signedInAt / 1000,
  DeviceType: 'unknown',
  IsCurrentSession: grant === current,
  LastActiveDate: grant.lastActiveAt / 1000,
  LastIPAddress: '127.0.0.1',
  SessionId: grant.sessionId,
  SessionType: 'TOKEN',
})
