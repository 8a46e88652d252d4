import { scenario } from '../scenario.ts'
import { refusing, type TestBed } from '../sign-in-case.ts'
import { password } from '../values.ts'
import { srpTimestamp } from '#engine/srp/timestamp.ts'
import { verifierWith } from '../fixtures.ts'

const foreignProof = {
  PASSWORD_CLAIM_SECRET_BLOCK: 'c2VjcmV0IGJsb2Nr',
  PASSWORD_CLAIM_SIGNATURE: 'c2lnbmF0dXJlIG9mIGFub3RoZXIgY2xpZW50ICEhISE=',
  TIMESTAMP: ({ now }: TestBed) => srpTimestamp(now()),
}

export default scenario({
  about: 'A proof that another client computed wrongly, with a password that is right',
  client: 'web-public',
  flow: 'USER_SRP_AUTH',
  inputs: { USERNAME: 'alice', PASSWORD: password, SRP_A: '5'.repeat(768) },
  earlier: [{ flow: 'USER_SRP_AUTH', inputs: { USERNAME: 'alice', PASSWORD: password } }],
  steps: [{ pending: 'PASSWORD_VERIFIER', answer: foreignProof }],
  injected: {
    InitiateAuth: verifierWith(foreignProof.PASSWORD_CLAIM_SECRET_BLOCK),
    RespondToAuthChallenge: refusing('NotAuthorizedException: Incorrect username or password.'),
  },

  cause: 'AS1304',
  verdict: 'likely',
  excluded: ['AS1101', 'AS1102', 'AS1302'],
})
