import { randomBytes } from 'node:crypto'
import { diagnose } from '#engine/diagnosis/diagnose.ts'
import { Secret } from '#engine/secret/secret.ts'
import { timeline, type Timeline } from '#engine/trace/timeline.ts'
import { triggerMemory } from '#main/runs/trigger-memory.ts'
import type { PracticeServer } from '#pool/practice-server.ts'
import { startWatch, type WatchOptions } from './watch.ts'
import type { WatchedChain } from './watched-chains.ts'

/** A watch over a practice server, with the chains that it has seen. */
export interface WatchUnderTest {
  readonly url: string
  readonly port: number
  /** The practice server as clients reach it through the watch. */
  readonly server: PracticeServer
  readonly chains: () => readonly WatchedChain[]
  readonly timelines: () => readonly Timeline[]
  /** Waits until every call that has been answered is written up. */
  readonly settled: () => Promise<readonly Timeline[]>
  /** The first cause of each chain that failed, as in `AS1101 likely`. */
  readonly causes: () => readonly string[]
  readonly forget: () => void
  readonly stop: () => Promise<void>
}

/** Starts a watch over a practice server. */
export async function watchPractice(
  server: PracticeServer,
  options: Partial<WatchOptions> = {},
): Promise<WatchUnderTest> {
  const chains = new Map<string, WatchedChain>()
  let passed = 0
  let written = 0
  const stopCounting = server.subscribe((event) => {
    if (event.kind === 'call') passed += 1
  })
  const { endpoint, userPoolId, region } = server.describe()
  const watch = await startWatch({
    upstream: new URL(server.endpoint),
    profileOf: ({ clientId }) => {
      const clients = server.describe().pools.flatMap((pool) => Object.values(pool.clients))
      const secret = clients.find((client) => client.clientId === clientId)?.clientSecret
      return {
        profileId: 'practice',
        target: {
          profileName: 'Practice',
          region,
          userPoolId,
          clientId,
          endpoint,
          practice: true,
        },
        ...(secret !== undefined && { clientSecret: Secret.of('client secret', secret) }),
      }
    },
    randomBytes,
    now: Date.now,
    application: 'Authscope 0.0.0',
    triggersOf: triggerMemory(server),
    grown: (chain, fresh) => {
      chains.set(chain.runId, chain)
      written += fresh.filter(({ type }) => type === 'attempted').length
    },
    ...options,
  })
  const timelines = () => [...chains.values()].map(({ events }) => timeline(events))
  return {
    url: watch.url,
    port: watch.port,
    server: { ...server, endpoint: watch.url },
    chains: () => [...chains.values()],
    timelines,
    settled: async () => {
      while (written < passed) await new Promise((resolve) => setTimeout(resolve, 5))
      return timelines()
    },
    causes: () =>
      [...chains.values()].flatMap(({ events }) => {
        const [cause] = diagnose(events)
        return cause ? `${cause.code} ${cause.verdict}` : []
      }),
    forget: () => {
      chains.clear()
    },
    stop: async () => {
      stopCounting()
      await watch.stop()
    },
  }
}

/** The calls of a chain with what they answered: `InitiateAuth → PASSWORD_VERIFIER`. */
export const callsOf = ({ steps }: Timeline): readonly string[] =>
  steps.map(({ answer, operation }) => {
    switch (answer?.kind) {
      case 'challenged':
        return `${operation ?? ''} → ${answer.challenge}`
      case 'refused':
        return `${operation ?? ''} → ${answer.error}`
      default:
        return `${operation ?? ''} → ${answer?.kind ?? 'nothing'}`
    }
  })
