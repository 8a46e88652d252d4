// Client sides of SRP in the runtime that this process is, Node or Electron, each timed alone.
import { clientSide } from './client-side.ts'
import { median } from './measure.ts'

const times: number[] = []
for (let round = 0; round <= 40; round += 1) {
  const begin = performance.now()
  clientSide()
  // The first one compares the library with BigInt.
  if (round > 0) times.push(performance.now() - begin)
}
console.log(JSON.stringify({ ms: median(times) }))
