import { expect, it } from 'vitest'
import { mayOpen } from './external-link.ts'

it.each([
  ['https://docs.aws.amazon.com/cognito/latest/developerguide/', true],
  ['https://github.com/aws-amplify/amplify-js/issues/1', true],
  ['http://docs.aws.amazon.com/', false],
  ['https://docs.aws.amazon.com.evil.example/', false],
  ['https://docs.aws.amazon.com:8443/', false],
  ['https://docs.aws.amazon.com@evil.example/', false],
  ['https://github.com/login', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['nonsense', false],
])('%s can be opened: %s', (link, may) => {
  expect(mayOpen(link)).toBe(may)
})
