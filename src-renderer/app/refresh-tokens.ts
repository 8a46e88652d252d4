import { call } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { isGoing, useRuns } from '#renderer/bridge/runs.ts'
import { tokensOf, usernameIn } from '#renderer/features/tokens/run-reports.ts'

/**
 * Starts a refresh with the refresh token of the last sign-in, which the main process knows.
 * Nothing happens where there is none, or while another run goes on.
 */
export async function refreshTokens(): Promise<void> {
  const profiles = useProfiles()
  const runs = useRuns()
  const run = runs.current
  const profileId = run?.profileId ?? profiles.selectedId
  if (profileId === '' || isGoing(run)) return
  const username = run ? usernameIn(tokensOf(run.timeline)) || run.timeline.username : ''
  const { runId } = await call('run.start', {
    profileId,
    flow: 'REFRESH_TOKEN_AUTH',
    parameters: username === '' ? {} : { USERNAME: username },
    secrets: {},
    clientMetadata: {},
    analyticsEndpointId: '',
    userContextData: { IpAddress: '' },
    automatic: { srp: true, totp: true },
  })
  runs.follow(runId, profileId)
}
