import type { LikelyCause } from './define-exception.ts'
import type { Explanation } from './explain-refusal.ts'
import type { TransportFailure } from '../wire/transport-failure.ts'
import type { Answer } from '../wire/read-answer.ts'

/** A failure by its code, or an answer that could not be read by its reason. */
export type FailureCode =
  | TransportFailure['code']
  | Extract<Answer, { kind: 'unreadable' }>['reason']

const proxy: LikelyCause = {
  cause: 'A proxy, a firewall or a login page of the network is in between.',
  remedy: 'Try another network, or set HTTPS_PROXY and NO_PROXY as the network requires.',
}

const wrongEndpoint: LikelyCause = {
  cause: 'The endpoint is not that of a Cognito user pool.',
  remedy:
    'Leave the endpoint empty for https://cognito-idp.<region>.amazonaws.com; a pool’s login domain (auth.<region>.amazoncognito.com) is not it.',
}

const slowTrigger: LikelyCause = {
  cause: 'A Lambda trigger is slow: each can take 5 seconds, and is tried three times.',
  remedy: 'Check the triggers’ durations in CloudWatch.',
}

type Entry = Pick<Explanation, 'title' | 'meaning' | 'causes'>

const failures: Readonly<Record<FailureCode, Entry>> = {
  refused: {
    title: 'Connection refused',
    meaning: 'The host is reachable, but nothing listens on that port.',
    causes: [
      {
        cause:
          'A local server (the practice pool, an emulator) is not running, or on another port.',
        remedy: 'Start it, and compare its port with that of the endpoint.',
      },
      proxy,
    ],
  },
  proxy: {
    title: 'Refused by the proxy',
    meaning: 'The proxy rejected the call, which never reached Cognito.',
    causes: [
      {
        cause:
          'The proxy requires a user name and password (status 407), or rejects the configured ones.',
        remedy: 'Enter them in the network settings, or in HTTPS_PROXY.',
      },
      {
        cause: 'The proxy does not allow the host of the endpoint.',
        remedy: 'Ask its administrator to allow cognito-idp.<region>.amazonaws.com, port 443.',
      },
    ],
  },
  'not found': {
    title: 'Host not found',
    meaning: 'The name of the endpoint’s host cannot be resolved.',
    causes: [
      {
        cause: 'The region does not exist, or the endpoint has a typo.',
        remedy: 'Compare with a region such as eu-central-1.',
      },
      {
        cause: 'This machine is offline, or its DNS does not know the name.',
        remedy: 'Try nslookup with the host’s name; a VPN may bring a DNS of its own.',
      },
    ],
  },
  'timed out': {
    title: 'No response in time',
    meaning: 'The request was sent, and no complete response arrived within the time limit.',
    causes: [
      slowTrigger,
      proxy,
      {
        cause: 'The server hangs.',
        remedy: 'Try again; the time limit is in the settings (--timeout on the command line).',
      },
    ],
  },
  reset: {
    title: 'Connection reset',
    meaning: 'The server closed the connection without a response.',
    causes: [
      proxy,
      {
        cause: 'The endpoint uses http where the server expects https, or the reverse.',
        remedy: 'Check the scheme of the endpoint.',
      },
    ],
  },
  'cut off': {
    title: 'The response was truncated',
    meaning: 'The connection ended before the response reached its declared length.',
    causes: [
      proxy,
      {
        cause: 'The server crashed or was stopped during its response.',
        remedy: 'Try again. Cognito may have counted the attempt, and a session may be used up.',
      },
    ],
  },
  tls: {
    title: 'No secure connection',
    meaning: 'TLS failed: the certificate is not trusted, is another host’s, or has expired.',
    causes: [
      {
        cause: 'A proxy of the network intercepts TLS with a certificate of its own authority.',
        remedy: 'Add that authority: NODE_EXTRA_CA_CERTS=<file.pem>.',
      },
      {
        cause: 'The clock of this machine is wrong, so that valid certificates look expired.',
        remedy: 'Set the clock.',
      },
      {
        cause: 'A custom endpoint has a certificate for another name.',
        remedy: 'Use the name in the certificate.',
      },
    ],
  },
  credentials: {
    title: 'No AWS credentials',
    meaning:
      'An administrator’s call is signed with AWS credentials, and none are available. Nothing was sent to Cognito.',
    causes: [
      {
        cause: 'This machine has no AWS profile with that name, or none at all.',
        remedy: 'Run aws configure or aws configure sso, and enter the profile here.',
      },
      {
        cause: 'The session of IAM Identity Center (SSO) has expired.',
        remedy: 'Run aws sso login --profile <name>, then start again.',
      },
      {
        cause: 'Authscope was started without the variables that the terminal has.',
        remedy: 'Start it from that terminal, or use a profile from ~/.aws instead.',
      },
    ],
  },
  cancelled: {
    title: 'Cancelled',
    meaning: 'The sign-in was stopped here before it was finished.',
    causes: [
      {
        cause: 'Cancel was pressed, or the window was closed.',
        remedy: 'Start again. A request that was already sent may have had its effect.',
      },
    ],
  },
  other: {
    title: 'The call failed',
    meaning: 'No response arrived, for an uncommon reason.',
    causes: [
      { cause: 'The message has the details.', remedy: 'Try again; then try another network.' },
    ],
  },
  redirect: {
    title: 'A redirect was returned',
    meaning:
      'Cognito’s API never redirects, so something else answered. The redirect was not followed.',
    causes: [wrongEndpoint, proxy],
  },
  html: {
    title: 'A web page was returned',
    meaning: 'The response is HTML instead of JSON: something other than Cognito answered.',
    causes: [proxy, wrongEndpoint],
  },
  'not json': {
    title: 'The response cannot be read',
    meaning: 'The body is not a JSON object, unlike every response of Cognito’s API.',
    causes: [wrongEndpoint, proxy],
  },
  empty: {
    title: 'The response is empty',
    meaning: 'The body is empty instead of containing tokens or a challenge.',
    causes: [wrongEndpoint, proxy],
  },
  'not cognito': {
    title: 'Not a response of Cognito',
    meaning: 'The body is JSON without a challenge, tokens or an exception.',
    causes: [wrongEndpoint, proxy],
  },
}

/**
 * Explains why no answer came, or none that could be read.
 * @param failure `code` of a TransportFailure, or `reason` of an unreadable answer
 */
export function explainFailure({ code }: { readonly code: string }): Explanation {
  const entry = Object.hasOwn(failures, code) ? failures[code as FailureCode] : failures.other
  return { ...entry, known: 'name' }
}
