import { BridgeError } from '#contract/failure.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import { diagnose } from '#engine/diagnosis/diagnose.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { Application, HandlersOf } from './application.ts'
import type { KnownValues } from './known-values.ts'
import type { SignInDevices } from './sign-in-devices.ts'
import type { StartSignIn } from './start-sign-in.ts'

/** Dependencies of the handlers of sign-ins, in addition to the application. */
export interface RunDependencies {
  /** Opened with the first call that needs it. */
  readonly runs: () => Promise<Runs>
  /** A history that nothing is in is not opened to be read. */
  readonly isHistoryEmpty: () => boolean
  readonly known: KnownValues
  readonly devices: SignInDevices
  readonly startSignIn: StartSignIn
}

/** Sign-ins: begun, answered, kept and found again. */
export function runHandlers({
  devices,
  emit,
  known,
  profiles,
  runs,
  startSignIn,
}: Pick<Application, 'emit' | 'profiles'> & RunDependencies): HandlersOf<'run'> {
  return {
    'run.start': startSignIn,
    'run.answer': async ({ clientMetadata, fault, parameters, runId, secrets }) => {
      await (await runs()).answer(runId, { ...parameters, ...secrets }, clientMetadata, fault)
    },
    'run.answerAutomatically': async ({ clientMetadata, fault, runId }) => {
      await (await runs()).answerAutomatically(runId, clientMetadata, fault)
    },
    'run.compute': async ({ runId }) => ({ values: { ...(await (await runs()).compute(runId)) } }),
    'run.cancel': async ({ runId }) => {
      ;(await runs()).cancel(runId)
    },
    'run.open': async ({ runId }) => {
      const { events, run, secrets } = await (await runs()).open(runId)
      return { run, events: withVisibleTexts([...events]), secrets: [...secrets] }
    },
    'run.diagnose': async ({ runId }) => ({
      causes: withVisibleTexts([...diagnose((await (await runs()).open(runId)).events)]),
    }),
    'run.retry': async ({ flow, runId, without }) => {
      const all = await runs()
      const again = await all.retry(runId, {
        ...(flow !== undefined && { flow }),
        ...(without !== undefined && { without }),
      })
      return { runId: again }
    },
    'run.keepTotpSecret': async ({ mark, runId }) => {
      const all = await runs()
      const { run } = await all.open(runId)
      const totpSecret = await all.secret(runId, mark)
      if (totpSecret?.kind !== 'totp secret')
        throw new BridgeError('secret-unknown', 'This is not a TOTP secret of this sign-in.')
      if ((await profiles.get(run.profileId)).practice) {
        known.remember(run.profileId, run.username, { TOTP_SECRET: totpSecret })
        return { kept: 'memory' }
      }
      await profiles.change(run.profileId, { totpSecret })
      emit({ type: 'profiles.changed', profiles: await profiles.list() })
      return { kept: 'profile' }
    },
    'run.known': async ({ profileId, username }) => {
      const values = await known.of(await profiles.get(profileId), username)
      const device = (await devices.isKept(profileId, username))
        ? [{ key: 'DEVICE_KEY', source: 'kept device', withheld: false } as const]
        : []
      return [
        ...values.map(({ key, source, withheld = false }) => ({ key, source, withheld })),
        ...device,
      ]
    },
    'run.useWithheld': ({ profileId, username }) => {
      known.useWithheld(profileId, username)
    },
    'run.forgetKnown': ({ profileId, username }) => {
      known.forget(profileId, username)
    },
  }
}
