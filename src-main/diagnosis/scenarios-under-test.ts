import { Secret, reveal } from '#engine/secret/secret.ts'
import { casePlayer } from '#main/runs/case-player-under-test.ts'
import type { RunsUnderTest } from '#main/runs/runs-under-test.ts'
import type { ProfileRunRequest } from '#main/runs/run-dependencies.ts'
import type { Scenario } from '#pool/conformance/scenario.ts'

/** Scenarios by path as a list with their names. */
export const namedScenarios = (
  byPath: Readonly<Record<string, Scenario>>,
): readonly { readonly name: string; readonly one: Scenario }[] =>
  Object.entries(byPath).map(([path, one]) => ({
    name: path.replace(/^.*\/|\.scenario\.ts$/g, ''),
    one,
  }))

type Request = Partial<ProfileRunRequest>

/**
 * Plays a scenario with everything that came before it.
 * @param change a last change of what its run begins with
 * @returns the id of its run
 */
export type ScenarioPlayer = (
  one: Scenario,
  change?: (request: Request) => Request,
) => Promise<string>

/** Makes a player for the runs of a test. */
export function scenarioPlayer(under: RunsUnderTest): ScenarioPlayer {
  const player = casePlayer(under)
  return async (one, change = (request) => request) => {
    const { earlier = [], secondsAhead, steps = [] } = one
    const end = 'tokens'
    for (const before of earlier) await player.play({ ...one, ...before, steps: [], end })
    return player.play({ ...one, steps, end }, (request) => {
      if (secondsAhead !== undefined)
        under.pool.faults.turnOn('clock-skew', { seconds: secondsAhead })
      return change(changed(one, request))
    })
  }
}

/** What the profile has that is not as it should be. */
function changed({ clientSecret, fault, userPoolId }: Scenario, request: Request): Request {
  const { client } = request
  if (!client) throw new Error('no client')
  const right = client.clientSecret
  return {
    ...request,
    client: {
      ...client,
      ...(userPoolId !== undefined && { userPoolId }),
      ...(clientSecret &&
        right && { clientSecret: Secret.of('client secret', clientSecret(reveal(right))) }),
    },
    ...(fault !== undefined && { fault }),
  }
}
