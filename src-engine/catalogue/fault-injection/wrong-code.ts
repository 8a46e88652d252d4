import { changed, valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** The last digit of the code is another one. */
export const wrongCode: RequestFault = {
  name: 'wrong-code',
  title: 'A wrong code',
  provokes: 'CodeMismatchException',
  make: (request) => {
    const found = Object.entries(valuesOf(request)).find(([key]) => key.endsWith('_CODE'))
    if (!found) return undefined
    const [key, code] = found
    const other = (text: string) => text.replace(/\d$/, (digit) => String((Number(digit) + 5) % 10))
    return withValues(request, { [key]: changed(code, other) })
  },
}
