import { createAgentServer } from './agent-server.ts'
import { openAgentSession, type AgentSessionPorts } from './agent-session.ts'
import { CountingTransport } from './counting-transport.ts'

/**
 * Serves an agent over the standard streams of this process until either end closes. What was asked
 * before the input ended is answered; an interruption ends at once.
 */
export async function serveAgent(ports: AgentSessionPorts): Promise<void> {
  const session = openAgentSession(ports)
  const server = createAgentServer(session)
  const transport = new CountingTransport()
  const interrupted = new Promise<void>((resolve) => {
    ports.interrupted.addEventListener('abort', () => {
      resolve()
    })
  })
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
  })
  await server.connect(transport)
  await Promise.race([ended.then(() => transport.answered()), interrupted])
  await server.close()
  await session.close()
}
