/**
 * Says why there are no credentials and what to do, from what the SDK's chain said. Its own words
 * are not repeated: they may quote what is in a file of secrets.
 * @param profile the profile of ~/.aws/config that was asked for; empty for the default
 */
export function credentialsSentence(message: string, profile: string): string {
  const named = profile === '' ? '' : ` --profile ${profile}`
  const ofProfile = profile === '' ? 'the default profile' : `the profile “${profile}”`
  if (/sso|token (is|has) expired|refresh.*session/i.test(message))
    return `The SSO session of ${ofProfile} has expired or was never started. Run aws sso login${named}, then start again.`
  if (/mfa/i.test(message))
    return `${sentenceStart(ofProfile)} assumes a role with MFA, which Authscope does not prompt for. Get keys with the AWS CLI, and put them into AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.`
  if (profile !== '' && /could not (resolve|load) credentials|not (be )?found/i.test(message))
    return `No credentials were found for ${ofProfile} in ~/.aws/config and ~/.aws/credentials. Run aws configure${named} or aws configure sso${named}, or name another profile.`
  if (/could not (resolve|load) credentials|not (be )?found/i.test(message))
    return 'No AWS credentials were found: not in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, not in the default profile of ~/.aws/config and ~/.aws/credentials, not from a container or machine role. Set one of them up, or name a profile.'
  return `AWS returned no credentials for ${ofProfile}. Run aws sts get-caller-identity${named} to see the error.`
}

const sentenceStart = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
