import { sensitiveMember } from '../catalogue/sensitive-members.ts'
import { Secret } from '../secret/secret.ts'
import type { TransportFailure } from '../wire/transport-failure.ts'
import type { OpenAnswer } from '../trace/event.ts'
import type { MarkRegistry } from '../trace/mark-registry.ts'
import type { Answer, Tokens } from '../wire/read-answer.ts'
import { openToken } from '../tokens/open-token.ts'

/** An answer as it appears in a trace. */
export function redactAnswer(answer: Answer | TransportFailure, marks: MarkRegistry): OpenAnswer {
  switch (answer.kind) {
    case 'challenged':
      return {
        kind: 'challenged',
        challenge: answer.name,
        parameters: redactParameters(answer.parameters, marks),
        availableChallenges: answer.availableChallenges,
        ...(answer.session && { session: marks.show(answer.session) }),
      }
    case 'accepted':
      return {
        kind: 'accepted',
        values: redactParameters(answer.values, marks),
        ...(answer.session && { session: marks.show(answer.session) }),
      }
    case 'tokens':
      return redactTokens(answer.tokens, marks)
    case 'refused':
      return { ...answer, message: marks.show(answer.message) }
    case 'unreadable':
      return { ...answer, detail: marks.show(answer.detail) }
    case 'failed':
      return { ...answer, message: marks.show(answer.message) }
  }
}

/** Parameters or other named strings of the service, secret ones as marks. */
export const redactParameters = (
  parameters: Readonly<Record<string, string>>,
  marks: MarkRegistry,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const kind = sensitiveMember(name)?.kind
      return [name, marks.show(kind ? Secret.of(kind, value) : value)]
    }),
  )

function redactTokens(
  { accessToken, expiresIn, idToken, newDevice, refreshToken }: Tokens,
  marks: MarkRegistry,
): OpenAnswer {
  const tokens = [idToken, accessToken, refreshToken].filter((token) => token !== undefined)
  return {
    kind: 'tokens',
    ...(expiresIn !== undefined && { expiresIn }),
    tokens: tokens.map((token) => openToken(token, marks.show(token))),
    newDevice: newDevice !== undefined,
  }
}
