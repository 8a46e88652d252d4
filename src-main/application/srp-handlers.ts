import { BridgeError } from '#contract/failure.ts'
import { checkValues } from '#engine/srp-xray/check-values.ts'
import { readPastedValues } from '#engine/srp-xray/pasted-values.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { nativeModPow } from '#main/srp/native-mod-pow.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunDependencies } from './run-handlers.ts'

/** SRP computations of another implementation, and our own as a test vector. */
export function srpHandlers({
  clipboard,
  runs,
  settings,
}: Pick<Application, 'clipboard' | 'settings'> & Pick<RunDependencies, 'runs'>): HandlersOf<'srp'> {
  return {
    'srp.check': ({ text }) => {
      const { unknown, values } = readPastedValues(text)
      return { checks: [...checkValues(values, nativeModPow)], unknown: [...unknown] }
    },
    'srp.copyTestVector': async ({ runId, step }) => {
      const all = await runs()
      const { steps } = timeline((await all.open(runId)).events)
      // The key pair is computed before the first call, the proof before the second.
      const values = steps
        .filter(({ number }) => number <= step)
        .flatMap(({ computed }) => computed)
      if (values.length === 0)
        throw new BridgeError('nothing-computed', 'Nothing was computed for this step.')
      const { secrets } = await all.stored(runId)
      const plain = Object.fromEntries(
        values.map(({ name, value }) => {
          const secret = secrets.get(value)
          return [name, secret ? reveal(secret) : value]
        }),
      )
      const text = `${JSON.stringify(plain, null, 2)}\n`
      await clipboard.copy(Secret.of('text', text), settings.value().settings.clearClipboardAfter)
    },
  }
}
