import { flows, type FlowName } from '#engine/catalogue/flows/index.ts'
import type { Operation } from '#engine/wire/request.ts'
import type { SignInCase } from './sign-in-case.ts'

/** Cases by their names. */
type Cases = Readonly<Record<string, SignInCase>>

/** What a server tells of itself, and of the request that it was asked with. */
const asAdmin = {
  ServerName: 'shop.example',
  ServerPath: '/sign-in',
  HttpHeaders: { Accept: 'text/html' },
}

/** What an administrator begins instead of a client's flow: two flows of their own take the password. */
export function flowsOfAdministrator(flow: FlowName): readonly FlowName[] {
  if (flow === 'USER_PASSWORD_AUTH') return ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH']
  return flows.get(flow)?.refusedAsAdmin === undefined ? [flow] : []
}

/** The administrator's form of an operation of a sign-in. */
const adminForm = (operation: Operation) => `Admin${operation}` as Operation

/** All cases, and each of them once more as an administrator signs the same user in. */
export const withAdministrators = (files: Cases): Cases => ({
  ...files,
  ...Object.fromEntries(
    Object.entries(files).flatMap(([file, one]) =>
      one.asAdmin || one.onlyByClient !== undefined
        ? []
        : flowsOfAdministrator(one.flow).map((flow) => [
            `${file} as administrator by ${flow}`,
            byAdministrator(one, flow),
          ]),
    ),
  ),
})

/** A case as an administrator makes it, by a flow open to administrators. */
export const byAdministrator = (one: SignInCase, flow: FlowName): SignInCase => ({
  ...one,
  flow,
  asAdmin,
  // ContextData has its members together or not at all.
  beside: { userContextData: { IpAddress: '192.0.2.7' }, ...one.beside },
  ...(one.injected && {
    injected: Object.fromEntries(
      Object.entries(one.injected).map(([operation, answer]) => [
        adminForm(operation as Operation),
        answer,
      ]),
    ),
  }),
  ...(one.faults && {
    faults: Object.fromEntries(
      Object.entries(one.faults).map(([name, operations]) => [name, operations.map(adminForm)]),
    ),
  }),
})
