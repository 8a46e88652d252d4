import { expect, it } from 'vitest'
import { timeline } from '../trace/timeline.ts'
import { sampleTrace } from '../vectors/sample-trace.ts'
import { summarizeRun } from './run-summary.ts'

it('summarizes the chain of a run, its errors and what took part in it', () => {
  const run = timeline(sampleTrace().trace.events)
  const summary = summarizeRun(run)
  expect(summary.chain.map(({ name }) => name)).toContain('SMS_MFA')
  expect(summary.errors).toEqual(['CodeMismatchException'])
  expect([summary.mfa, summary.device, summary.passkey]).toEqual([true, false, false])
  expect(summary.serviceMs).toBe(run.serviceMs)
})
