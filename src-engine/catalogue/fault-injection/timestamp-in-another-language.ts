import { changed, valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** Names of day and month as a system set to another language writes them. */
export const timestampInAnotherLanguage: RequestFault = {
  name: 'timestamp-in-another-language',
  title: 'TIMESTAMP in another language',
  provokes: 'NotAuthorizedException: Incorrect username or password.',
  make: (request) => {
    const { TIMESTAMP } = valuesOf(request)
    const other = (text: string) => text.replace(/^\w+ \w+/, 'lun. janv.')
    return TIMESTAMP ? withValues(request, { TIMESTAMP: changed(TIMESTAMP, other) }) : undefined
  },
}
