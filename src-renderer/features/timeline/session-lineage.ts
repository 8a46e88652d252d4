import type { TimelineStep } from '#engine/trace/timeline.ts'

/** One use of a session in the chain. */
export interface SessionUse {
  readonly mark: string
  /** The step whose answer brought it; undefined where it comes from outside of this chain. */
  readonly from: number | undefined
  /** The step that it went along with, or waits to. */
  readonly to: number
  /**
   * `again`: an earlier use was refused, and Cognito may accept it once more. `spent`: an earlier use
   * was accepted, so that it had been used up.
   */
  readonly kind: 'first' | 'again' | 'spent'
  /** The earlier step that refused it or used it up. */
  readonly before?: number
}

/** Which session went where, in the order of the steps. */
export function sessionLineage(steps: readonly TimelineStep[]): readonly SessionUse[] {
  const sources = new Map<string, number>()
  const uses = new Map<string, TimelineStep[]>()
  const lineage: SessionUse[] = []
  for (const step of steps) {
    const { answer, number, session } = step
    if (session !== undefined) {
      const earlier = uses.get(session) ?? []
      const accepted = earlier.findLast(({ status }) => status === 'done')
      const last = accepted ?? earlier.at(-1)
      lineage.push({
        mark: session,
        from: sources.get(session),
        to: number,
        kind: accepted ? 'spent' : last ? 'again' : 'first',
        ...(last && { before: last.number }),
      })
      uses.set(session, [...earlier, step])
    }
    // The same session can come back with a further answer: it is then this one's.
    if (
      (answer?.kind === 'challenged' || answer?.kind === 'accepted') &&
      answer.session !== undefined
    ) {
      sources.set(answer.session, number)
      uses.delete(answer.session)
    }
  }
  return lineage
}

/** A use of a session, in a sentence. */
export function sessionUseText({ before, from, kind }: SessionUse): string {
  const origin = from === undefined ? 'session from elsewhere' : `session of step ${String(from)}`
  if (kind === 'spent') return `${origin}, which step ${String(before)} had used up`
  return kind === 'again' ? `${origin}, again after step ${String(before)}` : origin
}
