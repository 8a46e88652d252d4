import { flowLines } from '../flow-lines.ts'
import { textRule } from '../text-rule.ts'

export const flowOff = textRule({
  code: 'AS1002',
  slug: 'client/flow-off',
  title: 'The flow is off for this app client',
  meaning: 'ExplicitAuthFlows of the app client has no flag for the requested flow.',
  fix: 'Add the flag, and pass all other settings of the client too: update-user-pool-client resets settings that are not passed to their defaults. Or sign in with a flow that is on.',
  sources: ['FS:52094075556', 'FS:67368555650', 'serverless#7592', 'aws-cdk#7625'],
  titleOf: (message) => {
    const flow = /^(\w+) (?:flow |is )?not enabled/i.exec(message)?.[1]
    return flow === undefined || /^auth$/i.test(flow)
      ? undefined
      : `${flow} is off for this app client`
  },
  next: (step, evidence) => [...flowLines(step, evidence)],
})
