import type { HandlersOf } from './application.ts'
import type { Watching } from './watching.ts'

/** The recording endpoint: started, stopped, and the faults on the way through it. */
export const watchHandlers = (watching: Watching): HandlersOf<'watch'> => ({
  'watch.state': () => watching.state(),
  'watch.start': (request) => watching.start(request),
  'watch.stop': () => watching.stop(),
  'watch.turnOn': ({ name, settings }) => {
    watching.turnOn(name, settings)
  },
  'watch.turnOff': ({ name }) => {
    watching.turnOff(name)
  },
})
