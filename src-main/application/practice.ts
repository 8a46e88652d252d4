import type { Practice } from '#contract/routes/practice.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { withVisibleTexts } from '#engine/json/visible-text.ts'
import { Secret } from '#engine/secret/secret.ts'
import { triggerMemory } from '#main/runs/trigger-memory.ts'
import { practiceProfiles } from '#main/profiles/practice-profiles.ts'
import type { PracticeServer } from '#pool/practice-server.ts'
import type { PracticePort } from './practice-port.ts'
import type * as Switches from './practice-switches.ts'

/** Shows a practice server to the window and to the profiles. */
function practiceOf(server: PracticeServer, switches: typeof Switches): PracticePort {
  const clients = () => server.describe().pools.flatMap(({ clients }) => Object.values(clients))

  const state = (): Practice => ({
    running: true,
    endpoint: server.endpoint,
    pools: server.describe().pools.map((pool) => ({
      name: pool.userPoolId.replace(/^.*_/, ''),
      userPoolId: pool.userPoolId,
      issuer: pool.issuer,
      tier: pool.tier,
      sessions: { ...pool.sessions },
      ...(pool.replica && { replica: pool.replica }),
      triggersWithoutCode: pool.triggers.flatMap(({ arn, name, source }) =>
        arn !== undefined && source === undefined ? [{ name, arn }] : [],
      ),
      clients: Object.entries(pool.clients).map(([name, client]) => ({
        name,
        clientId: client.clientId,
        hasSecret: client.clientSecret !== undefined,
        authSessionValidity: client.authSessionValidity,
        flows: client.flows.map(withoutAllow).filter((flow) => flows.has(flow)),
        description: client.description,
        ...switches.clientSwitches(client),
      })),
      users: pool.users.map(({ description, expected, password, state, username }) => ({
        username,
        ...(password !== '' && { password }),
        description,
        status: expected.join(' → '),
        state: switches.userState(state),
      })),
    })),
    outbox: server
      .outbox()
      .map(({ code, destination, medium, sentAt, text, username }) => ({
        at: sentAt,
        medium,
        to: destination,
        username,
        text,
        code,
      }))
      .map(withVisibleTexts)
      .reverse(),
    faults: switches.practiceFaults(server),
    userChanges: switches.shownUserChanges(),
    unknownOperations: Object.entries(server.unknownOperations()).map(([operation, count]) =>
      withVisibleTexts({ operation, count }),
    ),
    inputsWithoutEffect: server
      .withoutEffect()
      .map(([operation, members]) => ({ operation, members: [...members] })),
    srpXray: {
      on: server.srpXray.isOn(),
      reports: server.srpXray
        .reports()
        .map((report) => ({ ...report, deviations: [...report.deviations] })),
    },
  })

  const clientSecret = (clientId: string) => {
    const text = clients().find((client) => client.clientId === clientId)?.clientSecret
    return text === undefined ? undefined : Secret.of('client secret', text)
  }
  // Pools and clients stay as they were configured, so that this need not be made at each call.
  const profiles = practiceProfiles(state(), clientSecret)

  return {
    state,
    profiles: () => profiles,
    secretsOf: (clientId, username) => {
      const pool = server
        .describe()
        .pools.find(({ clients }) =>
          Object.values(clients).some((client) => client.clientId === clientId),
        )
      const user = pool?.users.find((candidate) => candidate.username === username)
      if (!user) return {}
      return {
        ...(user.password !== '' && { password: Secret.of('password', user.password) }),
        ...(user.totpSecret !== undefined && {
          totpSecret: Secret.of('totp secret', user.totpSecret),
        }),
      }
    },
    atWork: server,
    triggersOf: triggerMemory(server),
    close: server.close,
  }
}

/** The port that is tried first, so that copies of practice profiles keep working. */
const defaultPort = 9233

/**
 * Starts the practice pool, on its usual port if that is free.
 * @param changed called after a call or a message, at most a few times a second
 */
export async function startPractice(changed: () => void): Promise<PracticePort> {
  const [{ startPracticeServer }, { nativeModPow: modPow }, switches] = await Promise.all([
    import('#pool/practice-server.ts'),
    import('#main/srp/native-mod-pow.ts'),
    import('./practice-switches.ts'),
  ])
  const server = await startPracticeServer({ port: defaultPort, modPow }).catch(() =>
    startPracticeServer({ modPow }),
  )
  // Keys take a while to make; nobody should wait for them with the first tokens.
  void server.prepare()
  let waiting = false
  server.subscribe(() => {
    if (waiting) return
    waiting = true
    setTimeout(() => {
      waiting = false
      changed()
    }, 100)
  })
  return practiceOf(server, switches)
}

/** As in ALLOW_USER_SRP_AUTH, the app client's flag of the flow USER_SRP_AUTH. */
const withoutAllow = (flag: string) => flag.replace(/^ALLOW_/, '')
