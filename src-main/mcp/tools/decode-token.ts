import { z } from 'zod'
import { Secret } from '#engine/secret/secret.ts'
import { checkClaims } from '#engine/tokens/check-claims.ts'
import { compactToken, readToken, tokenSummary, type ReadToken } from '#engine/tokens/read-token.ts'
import type { OpenToken, TraceEvent } from '#engine/trace/event.ts'
import type { AgentCall } from '../agent-session.ts'
import { AgentError } from '../agent-error.ts'
import { defineTool } from '../agent-tool.ts'
import { runId } from './run-id.ts'

export const decodeToken = defineTool({
  name: 'decode_token',
  title: 'Decode a token',
  description:
    'Header, claims and findings (expired, wrong use, missing scope …) of a token that a run received, or of a pasted one. Personal claims are marks, and the signature is never given; nothing is checked over the network.',
  input: z.strictObject({
    run: runId.optional(),
    use: z.enum(['id', 'access']).default('id').describe('Which token of the run.'),
    token: z.string().max(100_000).optional().describe('A pasted token, instead of a run.'),
  }),
  effect: 'read',
  run: async ({ run, token, use }, call) => {
    if (run !== undefined && token === undefined) return reported(await tokenOfRun(run, use, call))
    if (token === undefined || run !== undefined) throw new AgentError('Give either run or token.')
    return reported(pasted(token, call))
  },
})

interface DecodedToken extends Pick<ReadToken, 'findings' | 'summary' | 'use'> {
  readonly header: OpenToken['header']
  readonly claims: OpenToken['claims']
}

const reported = (token: DecodedToken) => ({
  text: 'The token as far as it can be read.',
  data: token,
})

async function tokenOfRun(
  run: string,
  use: 'id' | 'access',
  call: AgentCall,
): Promise<DecodedToken> {
  const { view } = await call.open(run)
  const found = view.steps
    .flatMap(({ answer }) => (answer?.kind === 'tokens' ? answer.tokens : []))
    .findLast((one) => one.use === use)
  if (!found) throw new AgentError(`The run got no ${use} token.`)
  const { claims, header } = found
  return {
    use,
    header,
    claims,
    summary: `The ${use} token that the run got.`,
    findings: claims ? checkClaims({ claims, use }, expected()) : [],
  }
}

/** Personal claims of a pasted token become marks, as those of a run. */
function pasted(text: string, call: AgentCall): DecodedToken {
  const compact = compactToken(text)
  call.conceal(Secret.of('text', compact))
  const signature = compact.split('.')[2] ?? ''
  if (signature !== '') call.conceal(Secret.of('text', signature))
  const { claims, findings, header, summary, use } = readToken(text)
  const token: OpenToken = {
    use: use === 'unknown' ? 'id' : use,
    mark: '',
    ...(header && { header }),
    ...(claims && { claims }),
  }
  const answered: TraceEvent = {
    type: 'answered',
    at: 0,
    step: 1,
    answer: { kind: 'tokens', tokens: [token], newDevice: false },
  }
  const [event] = call.redact({ events: [answered], secrets: [] }).events
  const redacted =
    event?.type === 'answered' && event.answer.kind === 'tokens'
      ? event.answer.tokens[0]
      : undefined
  return {
    use,
    // It names the user, who is a mark in the claims.
    summary: claims ? tokenSummary(use, redacted?.claims) : summary,
    header: redacted?.header,
    claims: redacted?.claims,
    findings: [
      ...findings,
      ...(redacted?.claims ? checkClaims({ claims: redacted.claims, use }, expected()) : []),
    ],
  }
}

const expected = () => ({ issuers: [], clientId: '', now: Date.now() })
