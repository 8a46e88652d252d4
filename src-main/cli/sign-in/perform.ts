import { requestFaults } from '#engine/catalogue/fault-injection/index.ts'
import { randomBytes } from 'node:crypto'
import type { TokenReport } from '#contract/routes/tokens.ts'
import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { SignInInput } from '#engine/wire/sign-in-input.ts'
import type { PreparedCall } from '#main/calls/account-call.ts'
import { fetchPublic } from '#main/http/fetch-public.ts'
import { openSender } from '#main/http/send-operation.ts'
import type { RunToken } from '#main/runs/run-tokens.ts'
import { buildRunRequest } from '#main/runs/build-run-request.ts'
import { createRuns, type Runs } from '#main/runs/runs.ts'
import { triggerMemory } from '#main/runs/trigger-memory.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { reportRun } from '#main/tokens/report-run.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { keptRunsFrom } from '../kept-runs.ts'
import { networkFrom } from '../network-options.ts'
import { UsageError, type Arguments } from '../command.ts'
import type { Redrive } from '#main/redrive/redrive.ts'
import { answerChallenges } from './answer-challenges.ts'
import { automaticFrom } from './automatic-options.ts'
import { inputDevice, rememberNewDevice } from './device-file.ts'
import { namedDestination, type SignInDestination } from './destination.ts'
import { argumentSecrets } from './argument-secrets.ts'
import { signInInput } from './input.ts'

/** A sign-in as far as the command line could take it. */
export interface DoneSignIn {
  /** The fault that --inject-fault named, where no call was one that it applies to. */
  readonly faultNotInjected?: string
  readonly stored: StoredRun
  readonly tokens: readonly RunToken[]
  /** In the order of the tokens. */
  readonly reports: readonly TokenReport[]
}

/** An account call. */
export interface CallAfterwards {
  /** Called instead of the sign-in, where that is not needed. */
  readonly first?: (client: AppClient, runs: Runs) => Promise<PreparedCall>
  /** The name of that call. */
  readonly operation?: string
  /** Goes on in the trace, once the user is signed in or the first call is answered. */
  readonly goOn: (client: AppClient, runs: Runs, runId: string) => Promise<void>
}

/** Says how an earlier sign-in is repeated at a destination. @throws UsageError */
export type RedriveTo = (destination: SignInDestination) => Redrive

/**
 * Signs in as the command line says, with the same engine as the window.
 * @throws UsageError
 */
export async function performSignIn(
  args: Arguments,
  io: CommandLineIo,
  call?: CallAfterwards,
  redriveTo?: RedriveTo,
): Promise<DoneSignIn> {
  const secrets = argumentSecrets(args, io)
  const timeoutMs = timeoutOf(args.text('timeout'))
  const authenticator = args.has('passkey') ? await passkeysOf(io) : undefined
  const destination = args.has('practice')
    ? // Loaded for this alone: the pool is as large as all the rest.
      await (await import('./practice-destination.ts')).practiceDestination(args)
    : await namedDestination(args, secrets)
  const network = networkFrom(args, io)
  const keptRunsOf = keptRunsFrom(args, io)
  const sender = openSender()
  const ports = { modPow: nativeModPow, randomBytes, now: Date.now }
  const answers = answerChallenges()
  /** Ends with the sign-in: the signal of a server for agents outlives thousands of them. */
  const done = new AbortController()
  const runs = createRuns({
    ports,
    send: sender.send,
    store: memoryTraceStore(),
    application: `Authscope ${io.version}`,
    ...(destination.practice && { triggersOf: triggerMemory(destination.practice.server) }),
    observers: [answers],
    ...(keptRunsOf && { keptRunsOf }),
  })
  try {
    const { client, target } = destination
    const device = call?.first ? undefined : await inputDevice(args)
    const redrive = redriveTo?.(destination)
    const input: SignInInput = call?.first
      ? { flow: call.operation ?? '', parameters: { USERNAME: destination.username } }
      : (redrive?.input ?? (await signInInput(args, secrets, destination)))
    const stopAt = stopAtOf(args.text('stop-at'))
    const fault = faultNameOf(args.text('inject-fault'))
    const first = await call?.first?.(client, runs)
    const request = buildRunRequest({
      client,
      target,
      network,
      input,
      timeoutMs,
      device: device && { key: device.key, known: device },
      ...(redrive && { password: redrive.password, script: redrive.script }),
      totpSecret:
        redrive?.totpSecret ??
        secrets.fromEnvironment('totp-secret-env', 'totp secret') ??
        destination.practice?.totpSecret,
      awsProfile: args.text('aws-profile'),
      automatic: automaticFrom(args),
      ...(fault !== undefined && { fault }),
      ...(authenticator && { authenticator }),
      ...(stopAt !== undefined && { stopAt }),
      ...(first?.computed && { computed: first.computed }),
    })
    const runId = first ? runs.begin(request, first.request).runId : runs.start(request)
    io.interrupted.addEventListener(
      'abort',
      () => {
        runs.cancel(runId)
      },
      { signal: done.signal },
    )
    if (io.interrupted.aborted) runs.cancel(runId)
    await answers.untilStopped(runs, {
      secrets,
      destination,
      setsUp: !args.has('no-auto-answer'),
      ...(redrive && { until: redrive.plan.steps.at(-1)?.step }),
      clientMetadata: input.clientMetadata ?? {},
      stopAt,
    })
    const { state } = (await runs.open(runId)).run
    if (call && (call.first || state === 'tokens')) await call.goOn(client, runs, runId)
    const tokens = await runs.tokens(runId)
    await rememberNewDevice(args, io, runs, ports, runId)
    const stored = await runs.stored(runId)
    const reports = await reportRun(stored.events, tokens, {
      fetchPublic: (url) => fetchPublic(url, network),
      now: Date.now,
    })
    const isInjected = stored.events.some(
      (event) => event.type === 'sent' && event.fault !== undefined,
    )
    return {
      stored,
      tokens,
      reports,
      ...(fault !== undefined && !isInjected && { faultNotInjected: fault }),
    }
  } finally {
    done.abort()
    await runs.close()
    sender.close()
    await destination.close()
  }
}

function passkeysOf({ openPasskeys }: CommandLineIo): Promise<Authenticator> {
  if (openPasskeys) return openPasskeys()
  throw new UsageError(
    '--passkey needs a browser, which only the application has: run authscope sign-in … --passkey.',
  )
}

function faultNameOf(name: string | undefined): string | undefined {
  if (name === undefined || requestFaults.has(name)) return name
  throw new UsageError(
    `--inject-fault is one of ${[...requestFaults.keys()].join(', ')}, not “${name}”.`,
  )
}

function stopAtOf(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d?$/.test(text)) return text === undefined ? text : Number(text)
  throw new UsageError(`--stop-at takes the number of a challenge, from 1 to 99, not “${text}”.`)
}

function timeoutOf(text = '30'): number {
  const seconds = Number(text)
  if (seconds > 0 && seconds <= 3600) return seconds * 1000
  throw new UsageError(`--timeout takes seconds from 1 to 3600, not “${text}”.`)
}
