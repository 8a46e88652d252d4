import { defaultAutomatic } from '#engine/catalogue/automatic-answers/index.ts'
import { getTokensFromRefreshToken } from '#engine/catalogue/flows/get-tokens-from-refresh-token.ts'
import { call } from '#renderer/bridge/client.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { isGoing, useRuns } from '#renderer/bridge/runs.ts'
import { showToast } from '#renderer/design/toast.ts'
import { tokensOf, usernameIn } from '#renderer/features/tokens/run-reports.ts'

/**
 * Starts a refresh with the refresh token of the last sign-in, which the main process knows, by the
 * operation that works with rotation and without. Where there is no token it says so; nothing
 * happens while another run goes on.
 */
export async function refreshTokens(): Promise<void> {
  const profiles = useProfiles()
  const runs = useRuns()
  const run = runs.current
  const profileId = run?.profileId ?? profiles.selectedId
  if (profileId === '' || isGoing(run)) return
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
