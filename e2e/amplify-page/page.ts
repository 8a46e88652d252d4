// Somebody's web page that signs in with Amplify: its settings are in its address.
import { fetchUserAttributes, signIn, signOut } from '@aws-amplify/auth'
import { cognitoUserPoolsTokenProvider } from '@aws-amplify/auth/cognito'
import { Amplify } from '@aws-amplify/core'

const told = new URLSearchParams(location.search)
const text = (name: string): string => told.get(name) ?? ''
const Auth = {
  Cognito: {
    userPoolId: text('userPoolId'),
    userPoolClientId: text('clientId'),
    userPoolEndpoint: text('endpoint'),
  },
}
cognitoUserPoolsTokenProvider.setAuthConfig(Auth)
Amplify.configure({ Auth }, { Auth: { tokenProvider: cognitoUserPoolsTokenProvider } })

async function run(): Promise<string> {
  await signOut()
  await signIn({ username: text('username'), password: text('password') })
  const { email = '' } = await fetchUserAttributes()
  return `signed in: ${email}`
}

run().then(
  (done) => {
    document.body.textContent = done
  },
  (error: unknown) => {
    document.body.textContent = `failed: ${error instanceof Error ? error.message : 'unknown'}`
  },
)
