import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Pool } from '../state/pool.ts'

/** The members of an app client that are about managed login. */
interface OAuthSettings {
  readonly AllowedOAuthFlowsUserPoolClient?: boolean | undefined
  readonly AllowedOAuthFlows?: readonly string[] | undefined
  readonly AllowedOAuthScopes?: readonly string[] | undefined
  readonly CallbackURLs?: readonly string[] | undefined
  readonly LogoutURLs?: readonly string[] | undefined
  readonly DefaultRedirectURI?: string | undefined
  readonly SupportedIdentityProviders?: readonly string[] | undefined
  readonly EnablePropagateAdditionalUserContextData?: boolean | undefined
  readonly AnalyticsConfiguration?: AnalyticsSettings | undefined
}

/** Amazon Pinpoint, which is not here either. */
interface AnalyticsSettings {
  readonly ApplicationArn?: string | undefined
  readonly ApplicationId?: string | undefined
  readonly ExternalId?: string | undefined
  readonly RoleArn?: string | undefined
}

const standardScopes = ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin']
const localHttp = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?=[:/?]|$)/i

/**
 * What an app client says of managed login, which is not here, but whose settings Cognito checks.
 * @throws Refusal InvalidParameterException, InvalidOAuthFlowException or ScopeDoesNotExistException
 */
export function checkOAuthSettings({ id }: Pool, hasSecret: boolean, input: OAuthSettings): void {
  const { AllowedOAuthFlows: flows = [], AllowedOAuthScopes: scopes = [] } = input
  const { CallbackURLs: callbacks = [], LogoutURLs: logouts = [] } = input
  if (input.AllowedOAuthFlowsUserPoolClient && (flows.length === 0 || scopes.length === 0))
    refuse(administrationRefusals.oauthIncomplete)
  if (flows.includes('client_credentials')) {
    if (flows.length > 1) refuse(administrationRefusals.clientCredentialsNotAlone)
    if (!hasSecret) refuse(administrationRefusals.clientCredentialsWithoutSecret)
  }
  const isForBrowsers = flows.includes('code') || flows.includes('implicit')
  if (input.AllowedOAuthFlowsUserPoolClient && isForBrowsers && callbacks.length === 0)
    refuse(administrationRefusals.callbackMissing)
  // Those of a resource server have a slash. There are none here, so that each is taken.
  const unknown = scopes.find((scope) => !standardScopes.includes(scope) && !scope.includes('/'))
  if (unknown !== undefined) refuse(administrationRefusals.scopeUnknown(unknown))
  const plain = [...callbacks, ...logouts].find(
    (url) => /^http:/i.test(url) && !localHttp.test(url),
  )
  if (plain !== undefined) refuse(administrationRefusals.urlWithoutTls(plain))
  const fragment = callbacks.find((url) => url.includes('#'))
  if (fragment !== undefined) refuse(administrationRefusals.urlWithFragment(fragment))
  const { DefaultRedirectURI: redirect } = input
  if (redirect !== undefined && !callbacks.includes(redirect))
    refuse(administrationRefusals.redirectNotAmongCallbacks(redirect))
  checkAnalytics(input.AnalyticsConfiguration)
  const provider = input.SupportedIdentityProviders?.find((name) => name !== 'COGNITO')
  if (provider !== undefined) refuse(administrationRefusals.providerUnknown(provider, id))
  if (input.EnablePropagateAdditionalUserContextData && !hasSecret)
    refuse(administrationRefusals.contextDataWithoutSecret)
}

/** One application, by its ARN alone or by all that it takes without one. */
function checkAnalytics(settings: AnalyticsSettings | undefined): void {
  if (!settings) return
  const { ApplicationArn: arn, ApplicationId: id, ExternalId: external, RoleArn: role } = settings
  const rest = [id, external, role].filter((one) => one !== undefined).length
  if (arn === undefined ? rest < 3 : rest > 0) refuse(administrationRefusals.analyticsInvalid)
}
