import { useApplication } from './application.ts'

/** What comes before the password of a practice user. */
export const practicePasswordNote = 'Practice password:'

/** The password of a practice user; undefined for users of other pools. */
export function practicePassword(
  userPoolId: string | undefined,
  username: string | undefined,
): string | undefined {
  const pool = useApplication().practice?.pools.find((one) => one.userPoolId === userPoolId)
  return pool?.users.find((one) => one.username === username)?.password
}
