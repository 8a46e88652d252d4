import { totpCode, totpStep } from '#engine/totp/totp.ts'
import type { ClientDescription, UserDescription } from '../core/description.ts'
import type { PracticeServer } from '../practice-server.ts'

/** A default user as the server describes it now. */
export function userOf(server: PracticeServer, username: string): UserDescription {
  const users = server.describe().pools.flatMap((pool) => pool.users)
  const found = users.find((candidate) => candidate.username === username)
  if (!found) throw new Error(`no practice user ${username}`)
  return found
}

/** A default client by its name, whichever pool it is in. */
export function clientOf(server: PracticeServer, name: string): ClientDescription {
  for (const { clients } of server.describe().pools) {
    const found = clients[name]
    if (found) return found
  }
  throw new Error(`no practice client ${name}`)
}

/** The code that an authenticator application shows now, or some steps of 30 s later. */
export const codeNow = (secret = '', later = 0): string =>
  totpCode(secret, totpStep(Date.now()) + later)

/** A client of the practice pools as Amplify is told of one. */
export function amplifyResource(server: PracticeServer, client: string) {
  const pool = server.describe().pools.find(({ clients }) => clients[client])
  return {
    Cognito: {
      userPoolId: pool?.userPoolId ?? '',
      userPoolClientId: clientOf(server, client).clientId,
      userPoolEndpoint: server.endpoint,
    },
  }
}

/** What a browser keeps, for as long as a test takes. */
export function memoryStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => Promise.resolve(kept.get(key) ?? null),
    setItem: (key: string, value: string) => Promise.resolve(void kept.set(key, value)),
    removeItem: (key: string) => Promise.resolve(void kept.delete(key)),
    clear: () => {
      kept.clear()
      return Promise.resolve()
    },
  }
}
