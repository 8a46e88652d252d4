/** A message that the real service would have sent; the practice pool keeps it to be read. */
export interface OutboxMessage {
  /** Milliseconds since 1970. */
  readonly sentAt: number
  readonly userPoolId: string
  readonly username: string
  readonly medium: 'SMS' | 'EMAIL'
  /** Where to, in full. */
  readonly destination: string
  readonly code: string
  readonly text: string
}

/** A phone number as a challenge shows it: all but the last four digits masked. */
export const maskedPhone = (phone: string): string => phone.replace(/\d(?=\d{4})/g, '*')

/** An email address as a challenge shows it: the first letters of its two halves. */
export const maskedEmail = (email: string): string => {
  const [name = '', host = ''] = email.split('@')
  return `${name.charAt(0)}***@${host.charAt(0)}***`
}
