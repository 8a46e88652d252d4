import { describe, expect, it } from 'vitest'
import { mayUse } from './relying-party.ts'

describe('the origin rule of passkeys', () => {
  it.each([
    ['https://auth.practice.example', 'auth.practice.example'],
    ['https://auth.practice.example:8443', 'auth.practice.example'],
    ['https://a.b.auth.practice.example', 'auth.practice.example'],
    ['http://localhost:5173', 'localhost'],
    ['http://app.localhost', 'localhost'],
  ])('lets a page at %s use %s', (origin, relyingPartyId) => {
    expect(mayUse(origin, relyingPartyId)).toBe(true)
  })

  it.each([
    ['http://auth.practice.example', 'auth.practice.example', 'no https'],
    ['https://practice.example', 'auth.practice.example', 'above it'],
    ['https://evilauth.practice.example', 'auth.practice.example', 'ends alike'],
    ['https://auth.practice.example.evil.example', 'auth.practice.example', 'begins alike'],
    ['https://auth.practice.example/path', 'auth.practice.example', 'no origin'],
    ['https://user@auth.practice.example', 'auth.practice.example', 'no origin'],
    ['file://auth.practice.example', 'auth.practice.example', 'no page of a host'],
    ['http://127.0.0.1', 'localhost', 'another name of the same machine'],
    ['', 'localhost', 'empty'],
  ])('keeps %s from using %s: %s', (origin, relyingPartyId) => {
    expect(mayUse(origin, relyingPartyId)).toBe(false)
  })
})
