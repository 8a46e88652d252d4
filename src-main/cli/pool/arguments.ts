import { FaultTextError, parseFaultText } from '#pool/faults/fault-text.ts'
import { UsageError } from '../command.ts'

/** A fault as in `throttling:times=2`. @throws UsageError */
export function faultArgument(text: string) {
  try {
    return parseFaultText(text)
  } catch (error) {
    if (error instanceof FaultTextError) throw new UsageError(error.message)
    throw error
  }
}

/** A port to listen on. @throws UsageError */
export function portArgument(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new UsageError(`--port takes a number from 0 to 65535, not “${text}”.`)
}
