import { describe, expect, it } from 'vitest'
import { isTrusted, type Caller } from './sender.ts'

const own = { id: 1, origin: 'app://authscope' }
const caller: Caller = { sender: { id: 1 }, senderFrame: { parent: null, origin: own.origin } }

describe('the sender of a call', () => {
  it('is trusted when it is the top frame of the application’s window', () => {
    expect(isTrusted(caller, own)).toBe(true)
  })

  it.each<[string, Caller]>([
    ['another window', { ...caller, sender: { id: 2 } }],
    ['a frame inside our window', { ...caller, senderFrame: { parent: {}, origin: own.origin } }],
    ['a page from elsewhere', { ...caller, senderFrame: { parent: null, origin: 'https://a.b' } }],
    [
      'an origin that only begins like ours',
      {
        ...caller,
        senderFrame: { parent: null, origin: 'app://authscope.evil' },
      },
    ],
    ['an opaque origin', { ...caller, senderFrame: { parent: null, origin: 'null' } }],
    ['a frame that is gone', { ...caller, senderFrame: null }],
  ])('is not trusted when it is %s', (_who, other) => {
    expect(isTrusted(other, own)).toBe(false)
  })
})
