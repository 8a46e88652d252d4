import { changed, valuesOf, withValues, type RequestFault } from '../define-request-fault.ts'

/** Names of day and month as a system set to another language writes them. */
export const timestampInAnotherLanguage: RequestFault = {
  name: 'timestamp-in-another-language',
  title: 'TIMESTAMP in another language',
  provokes:
    'InvalidParameterException: TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.',
  make: (request) => {
    const { TIMESTAMP } = valuesOf(request)
    const other = (text: string) => text.replace(/^\w+ \w+/, 'lun. janv.')
    return TIMESTAMP ? withValues(request, { TIMESTAMP: changed(TIMESTAMP, other) }) : undefined
  },
}
