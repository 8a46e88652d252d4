import { expect, it } from 'vitest'
import { errorAnswer } from './own-answer.ts'

it('has its message in a header with quotation marks of ASCII, and whole in its body', () => {
  const message = 'Authscope’s endpoint is not for “ä”.'
  const { body, headers } = errorAnswer(403, 'ForbiddenException', message)
  expect(new Map(headers).get('x-amzn-ErrorMessage')).toBe(`Authscope's endpoint is not for "?".`)
  expect(JSON.parse(body)).toEqual({ __type: 'ForbiddenException', message })
})
