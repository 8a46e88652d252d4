import { srpTimestamp } from '../../srp/timestamp.ts'
import { defineDeviation } from '../deviation.ts'

export const timestampPaddedDay = defineDeviation({
  id: 'timestamp-padded-day',
  title: 'TIMESTAMP has a zero before the day',
  rule: 'The day has no leading zero, as in “Tue Jan 1 06:06:09 UTC 2019”',
  changes: { timestamp: (now) => srpTimestamp(now).replace(/^(\w+ \w+) (\d) /, '$1 0$2 ') },
})
