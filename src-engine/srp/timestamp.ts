const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/**
 * The TIMESTAMP of a password claim: `EEE MMM d HH:mm:ss UTC yyyy` in English, the day without a
 * leading zero. Cognito refuses any other form with "Incorrect username or password.".
 * @param now milliseconds since 1970
 */
export function srpTimestamp(now: number): string {
  const date = new Date(now)
  const time = date.toISOString().slice(11, 19)
  const weekday = days[date.getUTCDay()] ?? ''
  const month = months[date.getUTCMonth()] ?? ''
  return `${weekday} ${month} ${String(date.getUTCDate())} ${time} UTC ${String(date.getUTCFullYear())}`
}
