import type { RunsFile } from './formats/export-format.ts'
import { aboutMarks, harLog } from './har.ts'

/** A HAR of several sign-ins with a page for each. The pages come last, so that they are kept. */
export function harOfSeveral(): RunsFile {
  const pages: string[] = []
  let creator = JSON.stringify({ name: 'Authscope', version: '' })
  let lead = '{"log":{"entries":['
  let between = ''
  return {
    add: (trace, check) => {
      const log = harLog(trace, `sign-in ${String(pages.length + 1)}`)
      const kept = log.pages.map((page) => JSON.stringify(page))
      const entries = log.entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',')
      const text = `${lead}${entries === '' ? '' : between}${entries}`
      check(`${JSON.stringify(log.creator)}${kept.join()}${text}`)
      creator = JSON.stringify(log.creator)
      pages.push(...kept)
      lead = ''
      if (entries !== '') between = ','
      return text
    },
    end: () => {
      const comment = `${String(pages.length)} Amazon Cognito sign-ins, a page for each. ${aboutMarks}`
      return `${lead}\n],"version":"1.2","creator":${creator},"pages":[${pages.map((page) => `\n${page}`).join(',')}\n],"comment":${JSON.stringify(comment)}}}\n`
    },
  }
}
