import type { Servers } from './servers.ts'
import type { Journey } from './journeys.ts'
import type { AuthscopeWindow } from './window.ts'

/** Makes a profile that points at a server which asks the challenge of a way, and then refuses. */
export async function profileOfAsking(
  { profiles }: AuthscopeWindow,
  servers: Servers,
  { pendingWith = {}, challenges, end, profile }: Journey,
): Promise<void> {
  const [[ChallengeName] = ['']] = challenges
  const [__type, message] = end.split(': ')
  const { endpoint } = await servers.answering((request, response) => {
    const isAnswer = /RespondToAuthChallenge$/.test(String(request.headers['x-amz-target']))
    const body = isAnswer
      ? { __type, message }
      : { ChallengeName, ChallengeParameters: pendingWith, Session: 'a-session-of-this-server' }
    response.writeHead(isAnswer ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(body))
  })
  await profiles.create({
    name: profile,
    userPoolId: 'eu-west-1_Example01',
    clientId: 'exampleclient',
    endpoint,
  })
}
