import type { Option } from '../command.ts'

/** The options that name a pool and its app client. */
export const destinationOptions: Readonly<Record<string, Option>> = {
  practice: { help: 'Against a built-in practice pool, whose users’ secrets are known.' },
  client: { value: 'NAME', help: 'App client of the practice pool, as in server-secret.' },
  region: { value: 'R', help: 'Region; by default that of the user pool ID.' },
  endpoint: { value: 'URL', help: 'URL of the Cognito API, if not at AWS.' },
  'user-pool-id': { value: 'P', help: 'User pool ID, needed for SRP and to check tokens.' },
  'client-id': { value: 'C', help: 'App client ID.' },
  'client-secret-env': { value: 'VAR', help: 'Variable that holds the app client’s secret.' },
}
