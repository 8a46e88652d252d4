import type { Servers } from './servers.ts'
import type { Way } from './ways.ts'
import type { AuthscopeWindow } from './window.ts'

/** Makes a profile that points at a server which asks the challenge of a way, and then refuses. */
export async function profileOfAsking(
  { profiles }: AuthscopeWindow,
  servers: Servers,
  { askedWith = {}, challenges, end, profile }: Way,
): Promise<void> {
  const [[ChallengeName] = ['']] = challenges
  const [__type, message] = end.split(': ')
  const { endpoint } = await servers.answering((request, response) => {
    const isAnswer = /RespondToAuthChallenge$/.test(String(request.headers['x-amz-target']))
    const body = isAnswer
      ? { __type, message }
      : { ChallengeName, ChallengeParameters: askedWith, Session: 'a-session-of-this-server' }
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
