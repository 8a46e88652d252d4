import { BridgeError } from '#contract/failure.ts'
import type { Application, HandlersOf } from './application.ts'
import type { PracticeServer } from '#pool/practice-server.ts'
import { Refusal } from '#pool/refusals/refusal.ts'

/** What a person does to the practice pool: faults, users, clients, and back to the start. */
export function practiceHandlers({
  practice,
}: Pick<Application, 'practice'>): HandlersOf<'practice'> {
  const atWork = (): PracticeServer => {
    const server = practice().atWork
    if (!server) throw new BridgeError('practice-not-running', 'The practice pool is not running.')
    return server
  }
  /** What the pool refuses, in Cognito's words; a name that it does not know is of an earlier state. */
  const failureOf = (error: unknown) => {
    if (error instanceof TypeError)
      return new BridgeError('practice-refused', `That could not be done: ${error.message}.`)
    if (!(error instanceof Refusal)) return error
    const { message = '', type } = error.text
    return new BridgeError('practice-refused', `${type}: ${message.replace(/\.$/, '')}.`)
  }
  const known = (act: () => void) => {
    try {
      act()
    } catch (error) {
      throw failureOf(error)
    }
  }

  return {
    'practice.turnOn': async ({ name, settings }) => {
      // The pool's code is loaded when the pool starts, and not before.
      const [{ faults }, { turnOnFault }] = await Promise.all([
        import('#pool/faults/index.ts'),
        import('./shown-faults.ts'),
      ])
      turnOnFault(faults, atWork().faults, name, settings)
    },
    'practice.turnOff': ({ name }) => {
      atWork().faults.turnOff(name)
    },
    'practice.turnAllOff': () => {
      atWork().faults.only({})
    },
    'practice.changeUser': ({ change, userPoolId, username }) => {
      known(() => {
        atWork().changeUser(userPoolId, username, change)
      })
    },
    'practice.forgetDevice': ({ deviceKey, userPoolId, username }) => {
      known(() => {
        atWork().forgetDevice(userPoolId, username, deviceKey)
      })
    },
    'practice.changeClient': ({ clientId, flags = {}, hidesUnknownUsers }) => {
      const client = practice()
        .state()
        .pools.flatMap(({ clients }) => clients)
        .find((one) => one.clientId === clientId)
      const wanted = (client?.flags ?? []).filter(({ name, on }) => flags[name] ?? on)
      known(() => {
        atWork().changeClient(clientId, {
          explicitAuthFlows: wanted.map(({ name }) => name),
          ...(hidesUnknownUsers !== undefined && {
            preventUserExistenceErrors: hidesUnknownUsers ? 'ENABLED' : 'LEGACY',
          }),
        })
      })
    },
    'practice.endSession': ({ sessionId, userPoolId, username }) => {
      known(() => {
        atWork().endSession(userPoolId, username, sessionId)
      })
    },
    'practice.changePool': async ({ change, userPoolId }) => {
      try {
        await atWork().changePool(userPoolId, change)
      } catch (error) {
        throw failureOf(error)
      }
    },
    'practice.srpXray': ({ on }) => {
      atWork().srpXray.turn(on)
    },
    'practice.reset': () => {
      atWork().reset()
    },
  }
}
