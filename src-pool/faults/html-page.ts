import { fault, whichCalls } from './fault.ts'

const body = `<!doctype html>
<html><head><title>Practice proxy: sign in to the network</title></head>
<body><h1>Practice proxy</h1><p>This page stands where an answer of Cognito should.</p></body></html>
`

export const htmlPage = fault({
  name: 'html-page',
  title: 'A proxy’s page',
  imitates: 'A company’s proxy or a hotel’s network that answers with an HTML page, status 200.',
  settings: whichCalls,
  act: () => ({ kind: 'answer', status: 200, contentType: 'text/html; charset=utf-8', body }),
})
