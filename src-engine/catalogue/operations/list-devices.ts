import { defineOperation } from '../define-operation.ts'
import { accessTokenMember, nextPageMember, pageSizeMember } from '../operation-fields.ts'

export const listDevices = defineOperation({
  name: 'ListDevices',
  title: 'List the devices',
  why: 'Lists the devices that the pool tracks for the signed-in user.',
  group: 'Devices',
  authorised: 'access token',
  fields: [pageSizeMember('Limit', 60), nextPageMember('PaginationToken'), accessTokenMember],
  effects: [],
  done: 'Devices listed.',
})
