import { fault, whichCalls } from './fault.ts'

export const serviceUnavailable = fault({
  name: 'service-unavailable',
  title: 'Service unavailable',
  imitates: 'A load balancer with nothing behind it: status 503 with an empty body.',
  settings: whichCalls,
  act: () => ({ kind: 'answer', status: 503, contentType: 'text/plain', body: '' }),
})
