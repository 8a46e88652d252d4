import { defaultAutomatic } from '#engine/catalogue/automatic-answers/index.ts'
import { getTokensFromRefreshToken } from '#engine/catalogue/flows/get-tokens-from-refresh-token.ts'
import { getTokensFromRefreshToken as refreshCall } from '#engine/catalogue/operations/get-tokens-from-refresh-token.ts'
import { call } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { isGoing, useRuns } from '#renderer/bridge/runs.ts'
import { showToast } from '#renderer/design/toast.ts'
import { reusableIn } from '#renderer/features/account/account-trace.ts'
import { tokensOf, usernameIn } from '#renderer/features/tokens/run-reports.ts'

/**
 * Refreshes the tokens by the operation that works with rotation and without. The trace of the
 * sign-in that is shown goes on; where it has no refresh token, the one of the user's last sign-in
 * begins a trace of its own, and where there is none it says so. Nothing happens while another call
 * goes on.
 */
export async function refreshTokens(): Promise<void> {
  const profiles = useProfiles()
  const runs = useRuns()
  const run = runs.current
  const profileId = run?.profileId ?? profiles.selectedId
  if (profileId === '' || isGoing(run)) return
  if (run?.timeline.steps.at(-1)?.status === 'running') return
  if (run && reusableIn(run).refreshToken !== undefined) {
    runs.pin(run.id, undefined)
    await call('call.make', {
      profileId,
      runId: run.id,
      operation: refreshCall.name,
      parameters: {},
      secrets: {},
      clientMetadata: {},
      computeCode: false,
    })
    return
  }
  const username = run ? usernameIn(tokensOf(run.timeline)) || run.timeline.username : ''
  const known = await call('run.known', { profileId, username })
  if (!known.some(({ key }) => key === 'REFRESH_TOKEN')) {
    showToast('No refresh token for this user yet. Sign in first.')
    return
  }
  const { runId } = await call('run.start', {
    profileId,
    flow: getTokensFromRefreshToken.name,
    parameters: username === '' ? {} : { USERNAME: username },
    secrets: {},
    clientMetadata: {},
    analyticsEndpointId: '',
    userContextData: { IpAddress: '' },
    automatic: defaultAutomatic(),
  })
  runs.follow(runId, profileId)
}
