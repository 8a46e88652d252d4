import { UsageError } from '#main/cli/command.ts'
import { performRequest, type SignInRequest } from '#main/cli/sign-in/perform-request.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { AgentSession } from './agent-session.ts'
import { AgentError } from './agent-error.ts'

/**
 * Signs in with the `sign-in` command's own code.
 * @throws AgentError when it cannot be carried out as it was asked for
 */
export async function performForAgent(
  request: SignInRequest,
  session: AgentSession,
): Promise<StoredRun> {
  try {
    const { faultNotInjected, stored } = await performRequest(request, session)
    if (faultNotInjected !== undefined)
      throw new AgentError(
        `The fault ${faultNotInjected} was not injected: it applies to none of the calls. Choose another fault, flow, user or client.`,
      )
    return stored
  } catch (error) {
    if (error instanceof UsageError) throw new AgentError(error.message)
    throw error
  }
}
