import type { RunsFile } from './formats/export-format.ts'
import { aboutMarks, harLog } from './har.ts'

const lead = '{"log":{"entries":['

/**
 * The HAR of a text that was cut off anywhere, with the entries that are whole; without the pages,
 * which come last. Undefined where no entry is.
 */
export function wholeHar(text: string): string | undefined {
  const [first, ...lines] = text.split('\n')
  const end = lines.findIndex((line) => line.startsWith(']'))
  const entries = lines
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.replace(/,$/, ''))
    .filter(isObject)
  if (first !== lead || entries.length === 0) return undefined
  const log = `"version":"1.2","creator":{"name":"Authscope","version":""},"pages":[]`
  const comment = `The recording was cut off. ${aboutMarks}`
  return `${lead}\n${entries.join(',\n')}\n],${log},"comment":${JSON.stringify(comment)}}}\n`
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}

/** A HAR of several sign-ins with a page for each. The pages come last, so that they are kept. */
export function harOfSeveral(): RunsFile {
  const pages: string[] = []
  let creator = JSON.stringify({ name: 'Authscope', version: '' })
  let begin = lead
  let between = ''
  return {
    add: (trace, check) => {
      const log = harLog(trace, `sign-in ${String(pages.length + 1)}`)
      const kept = log.pages.map((page) => JSON.stringify(page))
      const entries = log.entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',')
      const text = `${begin}${entries === '' ? '' : between}${entries}`
      check(`${JSON.stringify(log.creator)}${kept.join()}${text}`)
      creator = JSON.stringify(log.creator)
      pages.push(...kept)
      begin = ''
      if (entries !== '') between = ','
      return text
    },
    end: () => {
      const comment = `${String(pages.length)} Amazon Cognito sign-ins, a page for each. ${aboutMarks}`
      return `${begin}\n],"version":"1.2","creator":${creator},"pages":[${pages.map((page) => `\n${page}`).join(',')}\n],"comment":${JSON.stringify(comment)}}}\n`
    },
  }
}
