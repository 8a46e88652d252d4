import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { prepareCall, type AccountCall } from '#main/calls/account-call.ts'
import { proveTokens, type TokenProof } from '#main/calls/prove-tokens.ts'
import { tryHashNames, type TriedName } from '#main/calls/try-hash-names.ts'
import {
  checkComplete,
  codeSecret,
  givenFor,
  needsSignIn,
  operationOptions,
} from '../call/operation-options.ts'
import { exitStatus, UsageError, type Command } from '../command.ts'
import { harmless } from '../paint.ts'
import { givenSecrets } from '../sign-in/given-secrets.ts'
import { pairs } from '../sign-in/input.ts'
import { performSignIn, type CallAfterwards } from '../sign-in/perform.ts'
import { signInReport, whatCame } from '../sign-in/report.ts'
import { saveTraces } from '../sign-in/save-traces.ts'
import { signIn } from './sign-in.ts'

export const call: Command = {
  name: 'call',
  summary: 'Calls one operation around a sign-in, after one where it needs a token.',
  usage: ['Operation [--practice | --user-pool-id P --client-id C] [options of sign-in] …'],
  options: {
    ...operationOptions(),
    ...signIn.options,
    'prove-it': { help: 'Call with each token afterwards, and say which are dead.' },
    'try-hash-names': { help: 'Refresh for each name of the user: which one SECRET_HASH wants.' },
  },
  notes: [
    'Operations, those with a star take --metadata:',
    ...[...accountOperations.values()].map(
      ({ metadata, name }) => `  ${name}${metadata === undefined ? '' : ' *'}`,
    ),
    '',
    'Where an access or refresh token is wanted and none is given, the user is signed in first,',
    'with the same options as sign-in has. Secrets come from environment variables or standard',
    'input (--answers-stdin), never from the command line.',
    '',
    '--metadata goes out with the calls of the sign-in, too. --totp-secret-env also computes the',
    'UserCode of VerifySoftwareToken.',
    '',
    'Exit status: 0 accepted, 3 a challenge is left unanswered, 4 refused by the service, 1 else.',
  ],
  mostWords: 1,
  run: async (given, io) => {
    const operation = accountOperations.get(given.words[0] ?? '')
    if (!operation) throw new UsageError(`There is no operation “${given.words[0] ?? ''}” to call.`)
    const secrets = givenSecrets(given, io)
    const values = await givenFor(operation, given, secrets)
    const secret = codeSecret(operation, values, secrets)
    checkComplete(operation, values, secret ? ['UserCode'] : [])
    const alone = !needsSignIn(operation, values)
    const clientMetadata = pairs(given, 'metadata')
    if (operation.metadata === undefined && given.has('metadata')) {
      if (alone) throw new UsageError(`${operation.name} takes no ClientMetadata.`)
      io.complain(`${operation.name} takes no ClientMetadata; the sign-in alone has it.\n`)
    }
    const wanted: AccountCall = {
      ...{ operation, given: values, computeCode: secret ?? false },
      clientMetadata: operation.metadata === undefined ? {} : clientMetadata,
    }
    let proof: TokenProof | undefined
    let names: readonly TriedName[] = []
    const afterwards: CallAfterwards = {
      ...(alone && {
        first: (client, runs) => prepareCall(wanted, client, runs, undefined, Date.now()),
        operation: operation.name,
      }),
      goOn: async (client, runs, runId) => {
        if (!alone) {
          const { made, request } = prepareCall(wanted, client, runs, runId, Date.now())
          await runs.call(runId, request, made)
        }
        if (given.has('try-hash-names')) names = await tryHashNames(runs, runId, client)
        if (given.has('prove-it')) proof = await proveTokens(runs, runId, client, Date.now)
      },
    }
    const done = await performSignIn(given, io, afterwards)
    const { steps } = timeline(done.stored.events)
    const step = steps.findLast((one) => one.operation === operation.name && !one.challenge)
    const answer = step?.answer
    const body = step?.attempts.at(-1)?.response?.body
    const report = { ...signInReport(done, given.has('reveal')), answer, body, proof, names }
    io.write(given.has('json') ? `${JSON.stringify(report)}\n` : callText(report, operation.name))
    await saveTraces(done.stored, given, io)
    if (!step) return report.outcome === 'challenge' ? exitStatus.challengeLeft : exitStatus.failed
    if (answer?.kind === 'accepted' || answer?.kind === 'tokens') return exitStatus.done
    return answer?.kind === 'refused' ? exitStatus.refused : exitStatus.failed
  },
}

interface CallReport extends ReturnType<typeof signInReport> {
  readonly body: string | undefined
  readonly proof: TokenProof | undefined
  readonly names: readonly TriedName[]
}

function callText({ body, names, proof, steps }: CallReport, operation: string): string {
  const lines = steps.map((step) => {
    const { error, operation: name, status } = step
    const why = error ? `\n     ${error.explanation.meaning}` : ''
    return `${name}  status ${String(status ?? 'none')} → ${whatCame(step)}${why}`
  })
  return [
    ...lines,
    ...(body ? [`\n${operation} answered\n  ${harmless(body)}`] : []),
    ...names.map(
      ({ from, name, says, verdict }) =>
        `SECRET_HASH over ${harmless(name)} (${from}): ${verdict}. ${harmless(says)}`,
    ),
    ...(proof?.tokens.map(
      ({ says, use, verdict }) => `The ${use} token is ${verdict}. ${harmless(says)}`,
    ) ?? []),
    ...(proof ? [proof.offline] : []),
    '',
  ].join('\n')
}
