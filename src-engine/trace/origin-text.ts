import type { ChainStart, Origin } from './origin.ts'

/** How the first call of a trace relates to what came before; empty where it begins the sign-in. */
export function chainStartText(start: ChainStart): string {
  switch (start.kind) {
    case 'whole':
      return ''
    case 'began before':
      return `Began before the recording: no answer in it gave the ${start.missing} of the first call.`
    case 'alone':
      return aloneTexts[start.why]
  }
}

const aloneTexts: Readonly<Record<Extract<ChainStart, { kind: 'alone' }>['why'], string>> = {
  'no link': 'Not linked: nothing in the call links it to another.',
  'not captured': 'Not linked: what would link the call to another was not captured.',
  ambiguous: 'Not linked: several sign-ins of the recording could have led to it.',
}

/** Where a trace comes from, in a few words; empty where Authscope performed it. */
export function originText(origin: Origin): string {
  switch (origin.kind) {
    case 'performed':
      return ''
    case 'watched':
      return 'watched'
    case 'imported': {
      const tool = origin.tool === '' ? '' : ` of ${origin.tool}`
      return `imported from ${origin.file === '' ? 'the clipboard' : origin.file} (${origin.format}${tool})`
    }
  }
}
