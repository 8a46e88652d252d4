import type { EvidenceStep } from '../evidence.ts'
import { act, advise, awsCli, poolOption } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'
import { userAgent } from '../user-agent.ts'

export const clientUnknown = textRule({
  code: 'AS1001',
  slug: 'client/unknown',
  title: 'This region has no app client with that ID',
  meaning:
    'The client ID has a typo, or the client is in another region or account: the endpoint’s region decides where Cognito looks for it. Or the call was meant for an emulator and went to AWS.',
  fix: 'Compare the client ID and the region with those of the pool; the region is the part of the pool ID before the “_”. Where an emulator should have answered, look at the host of the request.',
  sources: [
    'FS:70613010859',
    'Developer guide, “App clients”',
    'AWS SDK for JavaScript 3.1169 (run here)',
  ],
  next: (step, evidence) => [
    act('Edit the profile’s client ID', { do: 'edit profile', field: 'clientId' }),
    act('Edit the profile’s region', { do: 'edit profile', field: 'region' }),
    awsCli(evidence, 'list-user-pool-clients', poolOption(evidence)),
    ...(isSdkOfAnApplication(step) && isAtAws(step)
      ? [
          advise(
            'If an emulator should have answered: the option “profile” of the AWS SDK for JavaScript ignores the profile’s endpoint_url. Set AWS_PROFILE, or the option “endpoint”.',
          ),
        ]
      : []),
  ],
})

/** The SDK in Node, which reads profiles; Authscope uses it too, and says so. */
function isSdkOfAnApplication(step: EvidenceStep): boolean {
  const agent = userAgent(step)
  return /\baws-sdk-js\/3\..*\bnodejs\b/.test(agent) && !/\bapp\/authscope\b/.test(agent)
}

const isAtAws = ({ attempts }: EvidenceStep): boolean =>
  /^https:\/\/[^/]*\.amazonaws\.(com|com\.cn|eu)(:|\/|$)/.test(attempts.at(-1)?.url ?? '')
