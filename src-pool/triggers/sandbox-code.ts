/**
 * What a function finds in the sandbox besides the language: `exports`, `module` and `console`, as
 * in Node. The host gives `print`, which is gone before the function's source is read.
 */
export const prelude = `
{
  const print = globalThis.print
  delete globalThis.print
  const show = (value) => {
    if (typeof value === 'string') return value
    if (value instanceof Error) return String(value)
    try {
      const text = JSON.stringify(value)
      return text === undefined ? String(value) : text
    } catch {
      return String(value)
    }
  }
  const log = (...values) => print(values.map(show).join(' '))
  globalThis.console = { log, info: log, warn: log, error: log, debug: log }
  globalThis.exports = {}
  globalThis.module = { exports: globalThis.exports }
}
`

/**
 * Calls the handler on an event, in whatever style it is written: async, with a callback, or plainly
 * returning. Leaves the result in `outcome`, as JSON text.
 */
export const invocation = (event: object): string => `
if (typeof module.exports.handler !== 'function')
  throw new Error('index.handler is undefined or not exported')
new Promise((resolve, reject) => {
  const { handler } = module.exports
  const answer = handler(
    JSON.parse(${JSON.stringify(JSON.stringify(event))}),
    {},
    (error, value) => (error ? reject(error) : resolve(value)),
  )
  if (answer !== undefined || handler.length < 3) resolve(answer)
}).then(
  (value) => { globalThis.outcome = JSON.stringify({ returned: value === undefined ? null : value }) },
).catch((error) => {
  const isObject = typeof error === 'object' && error !== null
  globalThis.outcome = JSON.stringify({
    threw: isObject && 'message' in error ? String(error.message) : isObject ? JSON.stringify(error) : String(error),
    name: isObject ? String(error.name) : '',
    stack: isObject ? String(error.stack ?? '') : '',
  })
})
`
