import { BridgeError } from '#contract/failure.ts'
import { heldValues } from '#engine/catalogue/held-values.ts'
import { timeline } from '#engine/trace/timeline.ts'
import {
  accountOperation,
  passwordSetBy,
  prepareCall,
  type AccountCall,
} from '#main/calls/account-call.ts'
import { changeByCall } from '#main/devices/change-by-call.ts'
import type { Devices } from '#main/devices/devices.ts'
import { proveTokens } from '#main/calls/prove-tokens.ts'
import { tryHashNames } from '#main/calls/try-hash-names.ts'
import type { Application, HandlersOf } from './application.ts'
import { clientSecretOf } from './client-secret.ts'
import type { RunParts } from './run-handlers.ts'
import { runStart } from './run-start.ts'

/** What these handlers work on besides the application. */
export interface CallParts extends Pick<RunParts, 'known' | 'runs'> {
  readonly devices: Devices
  /** Begins a sign-in, as the window does. */
  readonly signIn: HandlersOf<'run'>['run.start']
}

/** Calls around a sign-in, within its trace or in one of their own. */
export function callHandlers({
  devices,
  emit,
  known,
  practice,
  profiles,
  runs,
  settings,
  signIn,
}: Pick<Application, 'emit' | 'practice' | 'profiles' | 'settings'> &
  CallParts): HandlersOf<'call'> {
  /** A call beside a sign-in begins as that does, with the operation in the place of the flow. */
  async function startOf(profileId: string, operation: string, username: string) {
    const profile = await profiles.get(profileId)
    return runStart(
      {
        ...{ profileId, flow: operation, parameters: { USERNAME: username }, secrets: {} },
        ...{ clientMetadata: {}, analyticsEndpointId: '', userContextData: { IpAddress: '' } },
        ...{ automatic: profile.automatic, device: 'with', deviceName: '' },
      },
      {
        profile,
        clientSecret: await clientSecretOf(profiles, profile),
        known: [],
        practice: profile.endpoint !== '' && profile.endpoint === practice().state().endpoint,
        timeoutMs: settings.value().settings.timeoutMs,
      },
    )
  }

  return {
    'call.make': async (input) => {
      const all = await runs()
      const call: AccountCall = {
        operation: accountOperation(input.operation),
        given: { ...input.parameters, ...input.secrets },
        clientMetadata: input.clientMetadata,
        computeCode: input.computeCode,
      }
      const username = input.parameters['Username'] ?? ''
      const start = await startOf(input.profileId, input.operation, username)
      const { made, request } = prepareCall(call, start.client, all, input.runId, Date.now())
      const accepted = async (signedIn: string): Promise<void> => {
        const set = passwordSetBy(call, signedIn)
        if (set) known.remember(input.profileId, set.username, { PASSWORD: set.password })
        const { profileId } = input
        const { name: operation } = call.operation
        const of = { profileId, operation, given: input.parameters }
        if (await changeByCall(devices, of, Date.now()))
          emit({ type: 'devices.changed', profileId })
      }
      if (input.runId === undefined) {
        const { answer, runId } = all.begin({ ...start, ...(made && { made }) }, request)
        answer
          .then(({ kind }) => (kind === 'accepted' ? accepted(username) : undefined))
          // The call stands as it is; what is kept here could not follow it.
          .catch((error: unknown) => {
            if (error instanceof BridgeError) emit({ type: 'notice', text: error.message })
          })
        return { runId }
      }
      const { kind } = await all.call(input.runId, request, made)
      if (kind === 'accepted') await accepted(all.open(input.runId).run.username)
      return { runId: input.runId }
    },
    'call.prove': async ({ runId }) => {
      const all = await runs()
      const { run } = all.open(runId)
      const { client } = await startOf(run.profileId, 'GetUser', run.username)
      const { offline, tokens } = await proveTokens(all, runId, client, Date.now)
      return { tokens: [...tokens], offline }
    },
    'call.tryHashNames': async ({ runId }) => {
      const all = await runs()
      const { run } = all.open(runId)
      const { client } = await startOf(run.profileId, 'InitiateAuth', run.username)
      return [...(await tryHashNames(all, runId, client))]
    },
    'call.signIn': async ({ runId }) => {
      const all = await runs()
      const { events, run, secrets } = all.open(runId)
      const { session } = heldValues(timeline(events), secrets)
      const text = session?.of === 'ConfirmSignUp' ? all.secret(runId, session.mark) : undefined
      if (!text)
        throw new BridgeError(
          'session-missing',
          'No session of ConfirmSignUp is left in this trace. Sign in with the password.',
        )
      const { automatic, id } = await profiles.get(run.profileId)
      return signIn({
        ...{ profileId: id, flow: 'USER_AUTH', parameters: { USERNAME: run.username } },
        ...{ secrets: {}, clientMetadata: {}, analyticsEndpointId: '' },
        userContextData: { IpAddress: '' },
        ...{ session: text, sessionFrom: 'of ConfirmSignUp, the call before this sign-in' },
        ...{ automatic, device: 'with', deviceName: '' },
      })
    },
  }
}
