import { useApplication } from './application.ts'

/** The password of a practice user in a sentence; undefined for users of other pools. */
export function practicePasswordNote(
  userPoolId: string | undefined,
  username: string | undefined,
): string | undefined {
  const pool = useApplication().practice?.pools.find((one) => one.userPoolId === userPoolId)
  const password = pool?.users.find((one) => one.username === username)?.password
  return password === undefined ? undefined : `Practice password: ${password}`
}
