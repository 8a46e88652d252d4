import { changed, valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** A refresh token that lost its end, as in a column that is too short. */
export const cutRefreshToken: RequestFault = {
  name: 'cut-refresh-token',
  title: 'A truncated refresh token',
  provokes: 'NotAuthorizedException: Invalid Refresh Token',
  make: (request) => {
    const { REFRESH_TOKEN: token } = valuesOf(request)
    return token
      ? withValues(request, { REFRESH_TOKEN: changed(token, (text) => text.slice(0, -9)) })
      : undefined
  },
}
