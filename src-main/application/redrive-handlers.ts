import { BridgeError } from '#contract/failure.ts'
import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import { buildRunRequest } from '#main/runs/build-run-request.ts'
import { redriveOf, type Redrive, type RedriveValues } from '#main/redrive/redrive.ts'
import type { Application, HandlersOf } from './application.ts'
import type { KnownValues } from './known-values.ts'
import { runDestination } from './run-destination.ts'
import type { RunDependencies } from './run-handlers.ts'
import type { SignInDevices } from './sign-in-devices.ts'

/** Dependencies of the handlers of redrives, in addition to the application. */
export interface RedriveDependencies
  extends
    Pick<Application, 'networkOf' | 'practice' | 'profiles' | 'settings'>,
    Pick<RunDependencies, 'runs'> {
  readonly known: Pick<KnownValues, 'of'>
  readonly signInDevices: SignInDevices
  /** Signs with the passkeys of a profile. */
  readonly authenticatorOf: (profileId: string) => Authenticator
}

/** Which run, against which profile, up to which step. */
interface Repeated {
  readonly runId: string
  readonly profileId: string
  readonly to?: number | undefined
}

/** Runs that are started over, with the answers of the earlier one. */
export function redriveHandlers(from: RedriveDependencies): HandlersOf<'redrive'> {
  const { authenticatorOf, known, profiles, runs, signInDevices } = from

  async function prepared({ profileId, runId, to }: Repeated, entered: RedriveValues) {
    const profile = await profiles.get(profileId)
    const stored = await (await runs()).stored(runId)
    const values = await known.of(profile, stored.run.username)
    const secretOf = (key: string) =>
      values.find((value) => value.key === key && !value.withheld)?.secret
    const redrive = redriveOf(stored, to, entered, {
      password: secretOf('PASSWORD'),
      totpSecret: secretOf('TOTP_SECRET'),
    })
    return { profile, redrive, username: stored.run.username }
  }

  return {
    'redrive.plan': async (repeated) => shownPlan((await prepared(repeated, {})).redrive),
    'redrive.start': async ({ parameters, secrets, ...repeated }) => {
      const { profile, redrive, username } = await prepared(repeated, { ...parameters, ...secrets })
      const { input, missing, password, script, totpSecret } = redrive
      if (missing.length > 0)
        throw new BridgeError(
          'value-missing',
          `These values of the run are not kept. Enter them: ${missing.join(', ')}.`,
        )
      const device = await signInDevices.of(
        {
          flow: input.flow,
          parameters: {},
          secrets: {},
          profileId: profile.id,
          device: hadDevice(redrive) ? 'with' : 'without',
        },
        profile,
        username,
      )
      const request = buildRunRequest({
        ...(await runDestination(from, profile)),
        device,
        input,
        password,
        script,
        totpSecret,
        authenticator: authenticatorOf(profile.id),
      })
      return { runId: (await runs()).start(request) }
    },
  }
}

const hadDevice = ({ plan: { steps } }: Redrive): boolean =>
  steps[0]?.members.some(({ name }) => name === 'DEVICE_KEY') ?? false

const shownPlan = ({ missing, plan }: Redrive) => ({
  flow: plan.flow,
  username: plan.username,
  sendsMessages: plan.sendsMessages,
  missing: [...missing],
  steps: plan.steps.map(({ challenge, members, operation, step }) => ({
    step,
    operation,
    members: members.map((one) => ({ ...one })),
    ...(challenge !== undefined && { challenge }),
  })),
})
