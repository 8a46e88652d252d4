import type { NextMove, Place, Verdict } from '#engine/diagnosis/rule.ts'

/** The colour of each verdict. */
export const verdictTones: Readonly<Record<Verdict, 'bad' | 'ask' | 'plain'>> = {
  proved: 'bad',
  likely: 'ask',
  possible: 'plain',
  excluded: 'plain',
}

/** Where a piece of evidence is, as in `Step 2, request`. */
export const placeLabel = ({ step, where }: Place): string =>
  step === 0 ? 'Earlier sign-ins' : `Step ${String(step)}, ${where}`

/** The value at a place of evidence, or the sentence where that says it all. */
export const placeText = ({ actual, member, text, where }: Place): string =>
  where === 'fact' || actual === '' ? text : `${member}: ${actual}`

/** What a line of code is for. */
export const codeLabels: Readonly<Record<Exclude<NextMove['kind'], 'action' | 'advice'>, string>> =
  {
    authscope: 'Authscope',
    'aws cli': 'AWS CLI',
    cdk: 'CDK',
    cloudformation: 'CloudFormation',
    terraform: 'Terraform',
  }
