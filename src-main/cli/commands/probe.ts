import { randomBytes } from 'node:crypto'
import { probeFlow } from '#engine/facts/probe-flow.ts'
import type { ProbeResult } from '#contract/routes/probes.ts'
import { fetchPublic } from '#main/http/fetch-public.ts'
import { openSender } from '#main/http/send-operation.ts'
import { plannedCalls, probeClient, probeUser } from '#main/probe/probe-client.ts'
import { buildRunRequest } from '#main/runs/build-run-request.ts'
import { createRuns } from '#main/runs/runs.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import { exitStatus, type Command } from '../command.ts'
import { networkFrom, networkOptions } from '../network-options.ts'
import { paint, stripControlCharacters, type Paint } from '../paint.ts'
import { argumentSecrets } from '../sign-in/argument-secrets.ts'
import { destinationOptions } from '../sign-in/destination-options.ts'
import { exportOptions } from '../sign-in/export-options.ts'
import { namedDestination } from '../sign-in/destination.ts'
import { assertTraceFiles, saveTraces, writeReport } from '../sign-in/save-traces.ts'

/** Milliseconds that one call may take. */
const timeoutMs = 30_000

export const probe: Command = {
  name: 'probe',
  summary: 'Learns how an app client is set up, without AWS credentials and without a real user.',
  usage: [
    '--practice [--client NAME]',
    '[--region R] [--endpoint URL] --user-pool-id P --client-id C [--client-secret-env VAR]',
  ],
  options: {
    ...destinationOptions,
    plan: { help: 'Say which calls would be made and what each costs, and make none.' },
    ...networkOptions,
    ...exportOptions,
    json: { help: 'One JSON object: findings, each with its verdict and source.' },
  },
  notes: [
    'At most seven calls, each with a random username that cannot exist and a random password.',
    'They count toward the pool’s request rate and appear in CloudTrail. Test only pools that you',
    'are entitled to test.',
    '',
    'Exit status: 0 probed, 4 there is no such client or its secret is wrong, 1 no answer.',
  ],
  run: async (args, io) => {
    const secrets = argumentSecrets(args, io)
    const destination = args.has('practice')
      ? await (await import('../sign-in/practice-destination.ts')).practiceDestination(args)
      : await namedDestination(args, secrets)
    const network = networkFrom(args, io)
    const sender = openSender()
    const ports = { modPow: nativeModPow, randomBytes, now: Date.now }
    const runs = createRuns({
      ports,
      send: sender.send,
      store: memoryTraceStore(),
      application: `Authscope ${io.version}`,
    })
    try {
      const { client: appClient, target } = destination
      const planned = plannedCalls(appClient)
      if (args.has('plan')) {
        const calls = planned.map(({ cost, title }) => ({ title, cost }))
        io.write(
          args.has('json')
            ? `${JSON.stringify({ calls })}\n`
            : calls.map(({ cost, title }) => `${title}\n    ${cost}\n`).join(''),
        )
        return exitStatus.done
      }
      await assertTraceFiles(args)
      if (!args.has('json'))
        io.error(`${String(planned.length)} calls at most; --plan says what each costs.\n`)
      const user = probeUser(ports)
      let runId = ''
      io.interrupted.addEventListener('abort', () => {
        if (runId !== '') runs.cancel(runId)
      })
      const result = await probeClient(
        buildRunRequest({
          client: appClient,
          target,
          network,
          timeoutMs,
          input: { flow: probeFlow, parameters: { USERNAME: user.name } },
        }),
        user,
        {
          ...ports,
          runs,
          signal: io.interrupted,
          fetchPublic: (address) => fetchPublic(address, network),
          progress: (so) => {
            runId = so.runId
          },
        },
      )
      writeReport(
        args.has('json') ? `${JSON.stringify(result)}\n` : probeText(result, paint(io.colours)),
        args,
        io,
      )
      await saveTraces(await runs.stored(result.runId), args, io)
      return statusOf(result)
    } finally {
      await runs.close()
      sender.close()
      await destination.close()
    }
  },
}

function statusOf({ findings }: ProbeResult): number {
  const verdict = (id: string) => findings.find((finding) => finding.id === id)?.verdict
  if (verdict('client') === 'no' || verdict('secret-right') === 'no') return exitStatus.refused
  return verdict('client') === 'yes' ? exitStatus.done : exitStatus.failed
}

function probeText({ findings, made, planned }: ProbeResult, painted: Paint): string {
  const width = Math.max(...findings.map(({ title }) => title.length))
  const shown = {
    yes: painted.strong('yes    '),
    no: painted.bad('no     '),
    unknown: painted.faint('unknown'),
  }
  return [
    ...findings.map(
      ({ reason, title, verdict }) =>
        `${title.padEnd(width)}  ${shown[verdict]}  ${painted.faint(stripControlCharacters(reason))}`,
    ),
    '',
    `${String(made)} of ${String(planned)} calls were made.`,
    '',
  ].join('\n')
}
