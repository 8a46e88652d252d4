import { withValues, type RequestFault } from '../define-request-fault.ts'
import { readJsonDocument } from '../json-document.ts'

/** The attributes that came with the challenge are sent again, as client code that keeps them does. */
export const attributesSentBack: RequestFault = {
  name: 'attributes-sent-back',
  title: 'Existing attributes sent back',
  provokes: 'NotAuthorizedException: Cannot modify an already provided',
  make: (request, { parameters: { userAttributes = '' } = {} }) => {
    const inputs = Object.entries(readJsonDocument(userAttributes) ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' && !name.endsWith('_verified')
        ? [[`userAttributes.${name}`, value]]
        : [],
    )
    return request.input['ChallengeName'] === 'NEW_PASSWORD_REQUIRED' && inputs.length > 0
      ? withValues(request, Object.fromEntries(inputs) as Record<string, string>)
      : undefined
  },
}
