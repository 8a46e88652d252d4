import { randomBytes } from 'node:crypto'
import type { HistoryRow } from '#contract/routes/history.ts'
import { redactTrace } from '#engine/export/redact.ts'
import type { Filter } from '#engine/query/filter.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { Trace } from '#engine/trace/event.ts'
import { timeline, type Timeline } from '#engine/trace/timeline.ts'
import { traceOf } from '#main/export/export-trace.ts'
import { memoryTraceStore } from '#main/trace-store/memory-trace-store.ts'
import type { StoredRun, TraceStore } from '#main/trace-store/trace-store.ts'
import type { AllowedProfile } from './allowed-profile.ts'
import { AgentError } from './agent-error.ts'

/** A run as an agent may see it: no secret and no personal value is in it. */
export interface RedactedRun {
  readonly runId: string
  readonly trace: Trace
  readonly view: Timeline
}

/** What an agent works with from its connection to its end. */
export interface AgentSession {
  readonly version: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly interrupted: AbortSignal
  /** Profiles whose pools may be called. */
  readonly allowed: readonly AllowedProfile[]
  /** Name of the variable that holds the password for them; the agent neither chooses nor sees it. */
  readonly passwordVariable?: string
  /** Runs of this session and of the history, newest first. */
  page(filter: Filter, skip: number, limit: number): Promise<readonly HistoryRow[]>
  /** A new call of a tool, which remembers what must not be in its answer. */
  begin(): AgentCall
  close(): Promise<void>
}

/** One call of a tool. */
export interface AgentCall {
  readonly session: AgentSession
  /** @throws AgentError when there is no such run */
  open(runId: string): Promise<RedactedRun>
  /** A run that was just performed or read, kept in the session. */
  keep(stored: StoredRun): Promise<RedactedRun>
  /** A trace without secrets and personal values; the same value has the same mark all session. */
  redact(trace: Trace): Trace
  /** Says that this must not be in the answer. */
  conceal(secret: Secret): void
  readonly concealed: readonly Secret[]
}

/** What a session takes from outside. */
export interface AgentSessionPorts extends Pick<
  AgentSession,
  'allowed' | 'environment' | 'interrupted' | 'passwordVariable' | 'version'
> {
  /** The history of the application; absent where there is none. */
  readonly history?: TraceStore
}

/** Begins a session. */
export function openAgentSession({ history, ...ports }: AgentSessionPorts): AgentSession {
  const own = memoryTraceStore()
  const salt = randomBytes(16)

  const session: AgentSession = {
    ...ports,
    page: async (filter, skip, limit) => {
      const query = { filter, limit: skip + limit }
      const rows = [...(await own.page(query)), ...((await history?.page(query)) ?? [])]
      return rows.sort((a, b) => b.startedAt - a.startedAt).slice(skip, skip + limit)
    },
    begin,
    close: async () => {
      await own.close()
      await history?.close()
    },
  }

  function begin(): AgentCall {
    const concealed: Secret[] = []
    const redact = (trace: Trace) => redactTrace(trace, salt)

    function redacted(stored: StoredRun): RedactedRun {
      concealed.push(...stored.secrets.values())
      const { runId } = stored.run
      const trace = redact(traceOf(stored))
      return { runId, trace, view: timeline(trace.events) }
    }

    return {
      session,
      concealed,
      redact,
      open: async (runId) => {
        const stored = (await own.open(runId)) ?? (await history?.open(runId))
        if (stored) return redacted(stored)
        throw new AgentError('There is no run with this ID. list_runs gives the IDs of all runs.')
      },
      keep: async (stored) => {
        await own.save(stored)
        return redacted(stored)
      },
      conceal: (secret) => {
        concealed.push(secret)
      },
    }
  }

  return session
}
