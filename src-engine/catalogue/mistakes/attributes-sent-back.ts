import { withValues, type Mistake } from '../define-mistake.ts'
import { readJsonDocument } from '../json-document.ts'

/** The attributes that came with the challenge go out again, as client code that keeps them does. */
export const attributesSentBack: Mistake = {
  name: 'attributes-sent-back',
  title: 'Attributes that have a value, sent back',
  provokes: 'InvalidParameterException: Cannot modify an already provided',
  make: (request, { parameters: { userAttributes = '' } = {} }) => {
    const given = Object.entries(readJsonDocument(userAttributes) ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' && !name.endsWith('_verified')
        ? [[`userAttributes.${name}`, value]]
        : [],
    )
    return request.input['ChallengeName'] === 'NEW_PASSWORD_REQUIRED' && given.length > 0
      ? withValues(request, Object.fromEntries(given) as Record<string, string>)
      : undefined
  },
}
