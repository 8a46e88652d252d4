import type { LikelyCause } from './define-exception.ts'
import type { Explanation } from './explain-refusal.ts'
import type { TransportFailure } from '../wire/transport-failure.ts'
import type { Answer } from '../wire/read-answer.ts'

/** A failure by its code, or an answer that could not be read by its reason. */
export type FailureCode =
  TransportFailure['code'] | Extract<Answer, { kind: 'unreadable' }>['reason']

const proxy: LikelyCause = {
  cause: 'A proxy, a firewall or a login page of the network stands between.',
  remedy: 'Try another network, or set HTTPS_PROXY and NO_PROXY as the network wants them.',
}

const wrongEndpoint: LikelyCause = {
  cause: 'The endpoint is not a Cognito user pool’s.',
  remedy:
    'Leave the endpoint empty for https://cognito-idp.<region>.amazonaws.com; a pool’s login domain (auth.<region>.amazoncognito.com) is not it.',
}

const slowTrigger: LikelyCause = {
  cause: 'A Lambda trigger runs long: each may take 5 seconds, and is tried three times.',
  remedy: 'Look at the triggers’ durations in CloudWatch.',
}

type Entry = Pick<Explanation, 'title' | 'meaning' | 'causes' | 'retry'>

const failures: Readonly<Record<FailureCode, Entry>> = {
  refused: {
    title: 'Connection refused',
    meaning: 'The machine is there, and nothing listens on that port.',
    causes: [
      {
        cause:
          'A local server (the practice pool, an emulator) is not running, or on another port.',
        remedy: 'Start it, and compare the port with that of the endpoint.',
      },
      proxy,
    ],
    retry: 'later',
  },
  proxy: {
    title: 'Refused by the proxy',
    meaning: 'The proxy answered, and did not let the call through. It never reached Cognito.',
    causes: [
      {
        cause: 'The proxy wants a user name and password (status 407), or does not take these.',
        remedy: 'Enter them in the network settings, or in HTTPS_PROXY.',
      },
      {
        cause: 'The proxy does not allow the host of the endpoint.',
        remedy: 'Ask whoever runs it to allow cognito-idp.<region>.amazonaws.com, port 443.',
      },
    ],
    retry: 'corrected',
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
    retry: 'later',
  },
  'timed out': {
    title: 'No answer in time',
    meaning: 'The request went out, and no whole answer came within the time limit.',
    causes: [
      slowTrigger,
      proxy,
      {
        cause: 'The server hangs.',
        remedy: 'Try again; the time limit is in the settings (--timeout on the command line).',
      },
    ],
    retry: 'later',
  },
  reset: {
    title: 'Connection reset',
    meaning: 'The other side closed the connection without an answer.',
    causes: [
      proxy,
      {
        cause: 'The endpoint says http where the server wants https, or the reverse.',
        remedy: 'Check the scheme of the endpoint.',
      },
    ],
    retry: 'later',
  },
  'cut off': {
    title: 'The answer was cut off',
    meaning: 'The connection ended before the answer had the length that its header said.',
    causes: [
      proxy,
      {
        cause: 'The server crashed or was stopped while it answered.',
        remedy: 'Try again. Cognito may have counted the attempt, and a session may be used up.',
      },
    ],
    retry: 'later',
  },
  tls: {
    title: 'No secure connection',
    meaning: 'TLS failed: the certificate is not trusted, is another host’s, or has expired.',
    causes: [
      {
        cause: 'A proxy of the network opens TLS and shows a certificate of its own authority.',
        remedy: 'Add that authority: NODE_EXTRA_CA_CERTS=<file.pem>.',
      },
      {
        cause: 'The clock of this machine is wrong, so that valid certificates look expired.',
        remedy: 'Set the clock.',
      },
      {
        cause: 'A custom endpoint has a certificate for another name.',
        remedy: 'Use the name that stands in the certificate.',
      },
    ],
    retry: 'pointless',
  },
  credentials: {
    title: 'No AWS credentials',
    meaning:
      'An administrator’s call is signed with AWS credentials, and none were to be had. Nothing was sent to Cognito.',
    causes: [
      {
        cause: 'No profile with that name, or none at all, is set up on this machine.',
        remedy: 'Run aws configure, or aws configure sso, and name its profile here.',
      },
      {
        cause: 'The session of IAM Identity Center (SSO) has expired.',
        remedy: 'Run aws sso login --profile <name>, then start again.',
      },
      {
        cause: 'Authscope was started without the variables that the terminal has.',
        remedy: 'Start it from that terminal, or use a profile of ~/.aws instead.',
      },
    ],
    retry: 'corrected',
  },
  cancelled: {
    title: 'Cancelled',
    meaning: 'The sign-in was stopped here before it was finished.',
    causes: [
      {
        cause: 'Cancel was pressed, or the window was closed.',
        remedy: 'Start again. A request already sent may have had its effect.',
      },
    ],
    retry: 'later',
  },
  other: {
    title: 'The call failed',
    meaning: 'No answer came, for a reason that is not among the usual ones.',
    causes: [
      { cause: 'The message says what was met.', remedy: 'Try again; then try another network.' },
    ],
    retry: 'later',
  },
  redirect: {
    title: 'A redirect came',
    meaning: 'Cognito’s API never redirects: something else answered. It was not followed.',
    causes: [wrongEndpoint, proxy],
    retry: 'pointless',
  },
  html: {
    title: 'A web page came',
    meaning: 'An HTML page came where JSON belongs: something else than Cognito answered.',
    causes: [proxy, wrongEndpoint],
    retry: 'pointless',
  },
  'not json': {
    title: 'The answer cannot be read',
    meaning: 'The body is not a JSON object, as every answer of Cognito’s API is.',
    causes: [wrongEndpoint, proxy],
    retry: 'later',
  },
  empty: {
    title: 'An empty answer came',
    meaning: 'The body is empty where tokens or a challenge belong.',
    causes: [wrongEndpoint, proxy],
    retry: 'later',
  },
  'not cognito': {
    title: 'Not an answer of Cognito',
    meaning: 'The body is JSON, and holds neither a challenge, nor tokens, nor an exception.',
    causes: [wrongEndpoint, proxy],
    retry: 'pointless',
  },
}

/**
 * Explains why no answer came, or none that could be read.
 * @param failure `code` of a TransportFailure, or `reason` of an unreadable answer
 */
export function explainFailure({ code }: { readonly code: string }): Explanation {
  const entry = Object.hasOwn(failures, code) ? failures[code as FailureCode] : failures.other
  return { ...entry, known: 'name', sure: 'confirmed' }
}
