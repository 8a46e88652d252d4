import { accountOperations } from '#engine/catalogue/operations/index.ts'
import type { AccountOperation } from '#engine/catalogue/define-operation.ts'
import { closestName } from '#engine/query/closest-name.ts'
import { verdictText } from '#engine/tokens/token-verdict.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { prepareCall, type AccountCall } from '#main/calls/account-call.ts'
import { probeTokenLiveness, type TokenProof } from '#main/calls/probe-token-liveness.ts'
import { probeSecretHashUsername, type TriedName } from '#main/calls/probe-secret-hash-username.ts'
import {
  checkComplete,
  codeSecret,
  inputsFor,
  needsSignIn,
  operationOptions,
} from '../call/operation-options.ts'
import { exitStatus, UsageError, type Command } from '../command.ts'
import { paint, stripControlCharacters, type Paint } from '../paint.ts'
import { diagnosisText } from '../diagnosis-text.ts'
import { argumentSecrets } from '../sign-in/argument-secrets.ts'
import { pairs } from '../sign-in/input.ts'
import { performSignIn, type CallAfterwards } from '../sign-in/perform.ts'
import { signInReport, outcomeLabel } from '../sign-in/report.ts'
import { assertTraceFiles, saveTraces, writeReport } from '../sign-in/save-traces.ts'
import { signIn } from './sign-in.ts'

export const call: Command = {
  name: 'call',
  summary: 'Calls one account operation, after a sign-in if it needs a token.',
  usage: ['Operation [--practice | --user-pool-id P --client-id C] [options of sign-in] …'],
  options: {
    ...operationOptions(),
    ...signIn.options,
    'access-token-env': { value: 'VAR', help: 'Variable that holds the access token.' },
    'prove-it': { help: 'Call with each token afterwards, and say which still work.' },
    'probe-hash-username': {
      help: 'Find the username that SECRET_HASH expects, by refreshing.',
      formerly: 'try-hash-names',
    },
  },
  notes: [
    'Operations (those with a star take --metadata):',
    ...[...accountOperations.values()].map(
      ({ metadata, name }) => `  ${name}${metadata === undefined ? '' : ' *'}`,
    ),
    '',
    'If an access or refresh token is needed and none is passed, the user is signed in first,',
    'with the options of sign-in. Secrets come from environment variables or standard',
    'input (--answers-stdin), never from the command line.',
    '',
    '--metadata is also sent with the calls of the sign-in. --totp-secret-env also computes the',
    'UserCode of VerifySoftwareToken.',
    '',
    'Exit status: 0 accepted, 3 challenge left unanswered, 4 refused by the service, 1 otherwise.',
  ],
  maxPositionals: 1,
  run: async (args, io) => {
    const operation = operationNamed(args.positionals[0])
    await assertTraceFiles(args)
    const secrets = argumentSecrets(args, io)
    const values = await inputsFor(operation, args, secrets)
    const secret = codeSecret(operation, values, secrets)
    checkComplete(operation, values, secret ? ['UserCode'] : [])
    const alone = !needsSignIn(operation, values)
    const clientMetadata = pairs(args, 'metadata')
    if (operation.metadata === undefined && args.has('metadata')) {
      if (alone) throw new UsageError(`${operation.name} takes no ClientMetadata.`)
      io.error(`${operation.name} takes no ClientMetadata; only the sign-in sends it.\n`)
    }
    const accountCall: AccountCall = {
      operation,
      inputs: values,
      computeCode: secret ?? false,
      clientMetadata: operation.metadata === undefined ? {} : clientMetadata,
    }
    let proof: TokenProof | undefined
    let names: readonly TriedName[] = []
    const afterwards: CallAfterwards = {
      ...(alone && {
        first: (client, runs) => prepareCall(accountCall, client, runs, undefined, Date.now()),
        operation: operation.name,
      }),
      goOn: async (client, runs, runId) => {
        if (!alone) {
          const { computed, request } = await prepareCall(
            accountCall,
            client,
            runs,
            runId,
            Date.now(),
          )
          await runs.call(runId, request, computed)
        }
        if (args.has('probe-hash-username'))
          names = await probeSecretHashUsername(runs, runId, client)
        if (args.has('prove-it')) proof = await probeTokenLiveness(runs, runId, client, Date.now)
      },
    }
    const done = await performSignIn(args, io, afterwards)
    const { steps } = timeline(done.stored.events)
    const step = steps.findLast((one) => one.operation === operation.name && !one.challenge)
    const answer = step?.answer
    const body = step?.attempts.at(-1)?.response?.body
    const report = { ...signInReport(done, args.has('reveal')), answer, body, proof, names }
    writeReport(
      args.has('json')
        ? `${JSON.stringify(report)}\n`
        : callText(report, operation.name, paint(io.colours)),
      args,
      io,
    )
    await saveTraces(done.stored, args, io)
    if (report.faultNotInjected !== undefined) {
      io.error(
        `The fault ${report.faultNotInjected} was not injected: it applies to none of the calls.\n`,
      )
      return exitStatus.failed
    }
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

function callText(
  { body, diagnosis, names, proof, steps }: CallReport,
  operation: string,
  painted: Paint,
): string {
  const lines = steps.map((step) => {
    const { attempts, operation: name, status } = step
    const tries = attempts > 1 ? `, ${String(attempts)} attempts` : ''
    return `${name}  status ${String(status ?? 'none')}${tries} → ${outcomeLabel(step)}`
  })
  return [
    ...lines,
    ...(diagnosis.length > 0 ? [diagnosisText(diagnosis, painted).trimEnd()] : []),
    ...(body ? [`\n${operation} answered\n  ${stripControlCharacters(body)}`] : []),
    ...names.map(
      ({ from, name, reason, verdict }) =>
        `SECRET_HASH over ${stripControlCharacters(name)} (${from}): ${verdict}. ${stripControlCharacters(reason)}`,
    ),
    ...(proof?.tokens.map(
      ({ reason, use, verdict }) =>
        `${verdictText(use, verdict)} ${stripControlCharacters(reason)}`,
    ) ?? []),
    ...(proof ? [proof.offline] : []),
    '',
  ].join('\n')
}

function operationNamed(name: string | undefined): AccountOperation {
  if (name === undefined) throw new UsageError('call takes an operation, as in GetUser.')
  const operation = accountOperations.get(name)
  if (operation) return operation
  const names = [...accountOperations.keys()]
  const meant =
    names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? closestName(name, names)
  throw new UsageError(
    `There is no account operation “${name}”.${meant === undefined ? '' : ` Did you mean “${meant}”?`}`,
  )
}
