import type { Option } from '../command.ts'

/** The options that name a pool and its app client. */
export const destinationOptions: Readonly<Record<string, Option>> = {
  practice: { help: 'Against a practice pool of its own, whose users’ secrets are known.' },
  client: { value: 'NAME', help: 'App client of the practice pool, as in server-secret.' },
  region: { value: 'R', help: 'Region; that of the user pool id when not given.' },
  endpoint: { value: 'URL', help: 'Where Cognito is, when it is not at AWS.' },
  'user-pool-id': { value: 'P', help: 'User pool id; SRP and the checks of tokens need it.' },
  'client-id': { value: 'C', help: 'App client id.' },
  'client-secret-env': { value: 'VAR', help: 'Variable that holds the app client’s secret.' },
}
