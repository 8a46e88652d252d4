import { BridgeError } from '#contract/failure.ts'
import { reusableValues } from '#engine/catalogue/reusable-values.ts'
import { timeline } from '#engine/trace/timeline.ts'
import {
  accountOperation,
  passwordSetBy,
  prepareCall,
  type AccountCall,
} from '#main/calls/account-call.ts'
import { changeByCall } from '#main/devices/change-by-call.ts'
import type { Devices } from '#main/devices/devices.ts'
import { probeTokenLiveness } from '#main/calls/probe-token-liveness.ts'
import { probeSecretHashUsername } from '#main/calls/probe-secret-hash-username.ts'
import type { Application, HandlersOf } from './application.ts'
import { callStart } from './call-start.ts'
import type { RunDependencies } from './run-handlers.ts'
import type { StartSignIn } from './start-sign-in.ts'

/** Dependencies of the handlers of calls, in addition to the application. */
export interface CallDependencies extends Pick<RunDependencies, 'known' | 'runs'> {
  readonly devices: Devices
  /** Begins a sign-in, as the window does. */
  readonly startSignIn: StartSignIn
}

/** Calls around a sign-in, within its trace or in one of their own. */
export function callHandlers({
  devices,
  emit,
  known,
  networkOf,
  practice,
  profiles,
  runs,
  settings,
  startSignIn,
}: Pick<Application, 'emit' | 'networkOf' | 'practice' | 'profiles' | 'settings'> &
  CallDependencies): HandlersOf<'call'> {
  const startOf = callStart({ networkOf, practice, profiles, settings })

  return {
    'call.make': async (input) => {
      const all = await runs()
      const call: AccountCall = {
        operation: accountOperation(input.operation),
        inputs: { ...input.parameters, ...input.secrets },
        clientMetadata: input.clientMetadata,
        computeCode: input.computeCode,
      }
      const username = input.parameters['Username'] ?? ''
      const start = await startOf(input.profileId, input.operation, username)
      const { computed, request } = await prepareCall(
        call,
        start.client,
        all,
        input.runId,
        Date.now(),
      )
      const accepted = async (signedIn: string): Promise<void> => {
        const set = passwordSetBy(call, signedIn)
        if (set) known.remember(input.profileId, set.username, { PASSWORD: set.password })
        const { profileId } = input
        const { name: operation } = call.operation
        const of = { profileId, operation, inputs: input.parameters }
        if (await changeByCall(devices, of, Date.now()))
          emit({ type: 'devices.changed', profileId })
      }
      if (input.runId === undefined) {
        const { answer, runId } = all.begin({ ...start, ...(computed && { computed }) }, request)
        answer
          .then(({ kind }) => (kind === 'accepted' ? accepted(username) : undefined))
          // The call is unaffected; what is stored here could not be updated.
          .catch((error: unknown) => {
            if (error instanceof BridgeError) emit({ type: 'notice', text: error.message })
          })
        return { runId }
      }
      const { kind } = await all.call(input.runId, request, computed)
      if (kind === 'accepted') await accepted((await all.open(input.runId)).run.username)
      return { runId: input.runId }
    },
    'call.prove': async ({ runId }) => {
      const all = await runs()
      const { run } = await all.open(runId)
      const { client } = await startOf(run.profileId, 'GetUser', run.username)
      const { offline, tokens } = await probeTokenLiveness(all, runId, client, Date.now)
      return { tokens: [...tokens], offline }
    },
    'call.tryHashNames': async ({ runId }) => {
      const all = await runs()
      const { run } = await all.open(runId)
      const { client } = await startOf(run.profileId, 'InitiateAuth', run.username)
      return [...(await probeSecretHashUsername(all, runId, client))]
    },
    'call.signIn': async ({ runId }) => {
      const all = await runs()
      const { events, run, secrets } = await all.open(runId)
      const { session } = reusableValues(timeline(events), secrets)
      const text =
        session?.of === 'ConfirmSignUp' ? await all.secret(runId, session.mark) : undefined
      if (!text)
        throw new BridgeError(
          'session-missing',
          'This trace has no unused session of ConfirmSignUp. Sign in with the password.',
        )
      const { automatic, id } = await profiles.get(run.profileId)
      return startSignIn({
        profileId: id,
        flow: 'USER_AUTH',
        parameters: { USERNAME: run.username },
        secrets: {},
        clientMetadata: {},
        analyticsEndpointId: '',
        userContextData: { IpAddress: '' },
        session: text,
        sessionFrom: 'of ConfirmSignUp, the call before this sign-in',
        automatic,
        device: 'with',
        deviceName: '',
      })
    },
  }
}
