import { diagnose } from '#engine/diagnosis/diagnose.ts'
import type { OpenAnswer } from '#engine/trace/event.ts'
import type { TimelineStep } from '#engine/trace/timeline.ts'
import type { RedactedRun } from './agent-session.ts'

/** A run in as few words as possible: how it ended, its calls, and its causes by name. */
export function outlineOf({ runId, trace, view }: RedactedRun) {
  const causes = diagnose(trace.events).filter(({ verdict }) => verdict !== 'excluded')
  return {
    run: runId,
    startedAt: new Date(view.startedAt).toISOString(),
    origin: view.origin.kind,
    flow: view.flow,
    username: view.username,
    state: view.state,
    message: view.message,
    target: view.target && {
      profile: view.target.profileName,
      region: view.target.region,
      userPoolId: view.target.userPoolId,
      clientId: view.target.clientId,
      practice: view.target.practice,
    },
    serviceMs: Math.round(view.serviceMs),
    clockAheadMs: view.clockAhead,
    calls: view.steps.map(callOutline),
    causes: causes.map(({ code, rule, step, title, verdict }) => {
      return { code, rule, verdict, step, title }
    }),
  }
}

const callOutline = (step: TimelineStep) => ({
  step: step.number,
  operation: step.operation,
  challenge: step.challenge,
  by: step.by,
  fault: step.fault,
  status: step.status,
  http: step.attempts.at(-1)?.response?.status,
  attempts: step.attempts.length,
  durationMs: step.durationMs && Math.round(step.durationMs),
  triggers: step.triggers.length || undefined,
  answer: step.answer && answerOutline(step.answer),
})

function answerOutline(answer: OpenAnswer): string {
  switch (answer.kind) {
    case 'challenged':
      return `challenge ${answer.challenge}`
    case 'refused':
      return `${answer.error}: ${answer.message}`
    case 'unreadable':
      return `unreadable: ${answer.reason}`
    case 'failed':
      return `${answer.code}: ${answer.message}`
    case 'tokens':
      return `tokens: ${answer.tokens.map(({ use }) => use).join(', ')}`
    case 'not captured':
      return `not captured: ${answer.reason}`
    case 'accepted':
      return 'accepted'
  }
}
