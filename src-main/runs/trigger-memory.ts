import type { RawTriggerExecution } from '#engine/redaction/redact-trigger-execution.ts'
import type { PracticeServer } from '#pool/practice-server.ts'

/** Of how many calls the triggers are kept until somebody asks for them. */
const maxCalls = 200

/**
 * Keeps what a practice server's triggers did, by the x-amzn-RequestId of the call that they ran
 * for. The server tells of them before the call's answer is sent, so that they are here when it
 * has come.
 */
export function triggerMemory(
  server: Pick<PracticeServer, 'subscribe'>,
): (requestId: string) => readonly RawTriggerExecution[] {
  const byRequest = new Map<string, RawTriggerExecution[]>()
  server.subscribe((event) => {
    if (event.kind !== 'trigger') return
    const { requestId } = event.run
    byRequest.set(requestId, [...(byRequest.get(requestId) ?? []), event.run])
    const [oldest] = byRequest.keys()
    if (byRequest.size > maxCalls && oldest !== undefined) byRequest.delete(oldest)
  })
  return (requestId) => byRequest.get(requestId) ?? []
}
