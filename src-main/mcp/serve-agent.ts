import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { createAgentServer } from './agent-server.ts'
import { openAgentSession, type AgentSessionPorts } from './agent-session.ts'

/** Serves an agent over the standard streams of this process until either end closes. */
export async function serveAgent(ports: AgentSessionPorts): Promise<void> {
  const session = openAgentSession(ports)
  const server = createAgentServer(session)
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
    ports.interrupted.addEventListener('abort', () => {
      resolve()
    })
  })
  await server.connect(new StdioServerTransport())
  await closed
  await server.close()
  await session.close()
}
