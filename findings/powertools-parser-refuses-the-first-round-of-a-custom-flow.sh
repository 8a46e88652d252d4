#!/usr/bin/env bash
# A sign-in with CUSTOM_AUTH, without SRP, fails when its triggers parse their event with Powertools: the first round is refused.
#
# Software: @aws-lambda-powertools/parser 2.35.0 with zod 4.6.7
# Expected: the schema of a trigger takes every event that the developer guide lists for it. DefineAuthChallenge and
#           CreateAuthChallenge get an empty session in the first round, before there is an answer. A user of an
#           administrator causes PreSignUp_AdminCreateUser, a new password after a reset
#           PostConfirmation_ConfirmForgotPassword, a code at sign-in CustomEmailSender_Authentication.
# Seen:     the empty session is refused (at least one item), so the parser throws before the handler runs, and Cognito
#           reports UserLambdaValidationException, "DefineAuthChallenge failed with error ...". The second round is
#           taken. The three other events are refused for their triggerSource, of which each schema knows one.
#
# Needs Node 20 or later and the npm registry. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @aws-lambda-powertools/parser@2.35.0 zod@4.6.7
cat > check.mjs <<'EOF'
import {
  CreateAuthChallengeTriggerSchema,
  CustomEmailSenderTriggerSchema,
  DefineAuthChallengeTriggerSchema,
  PostConfirmationTriggerSchema,
  PreSignupTriggerSchema,
} from '@aws-lambda-powertools/parser/schemas/cognito'

const userAttributes = { sub: 'f4a81438-9061-70d2-5b7c-1f3e0a6d2c11', email: 'user@example.com' }
const event = (triggerSource, request, response = {}) => ({
  version: '1',
  triggerSource,
  region: 'eu-central-1',
  userPoolId: 'eu-central-1_AbCdEfGhI',
  userName: 'user',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: '1example23456789' },
  request: { userAttributes, ...request },
  response,
})
const answered = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: 'CAPTCHA' }
const define = (session) => event('DefineAuthChallenge_Authentication', { session })
const create = (session) =>
  event('CreateAuthChallenge_Authentication', { challengeName: 'CUSTOM_CHALLENGE', session })
const confirmation = { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false }
const sender = { type: 'customEmailSenderRequestV1', code: 'AYADeNtTT0Q=' }
const fault = (schema, value) => {
  const { success, error } = schema.safeParse(value)
  return success ? 'taken' : error.issues.map(({ code, path }) => `${code} ${path.join('.')}`).join()
}
const seen = {
  defineFirst: fault(DefineAuthChallengeTriggerSchema, define([])),
  defineSecond: fault(DefineAuthChallengeTriggerSchema, define([answered])),
  createFirst: fault(CreateAuthChallengeTriggerSchema, create([])),
  createSecond: fault(CreateAuthChallengeTriggerSchema, create([answered])),
  signUp: fault(PreSignupTriggerSchema, event('PreSignUp_SignUp', { validationData: null }, confirmation)),
  adminCreateUser: fault(
    PreSignupTriggerSchema,
    event('PreSignUp_AdminCreateUser', { validationData: null }, confirmation),
  ),
  confirmForgotPassword: fault(
    PostConfirmationTriggerSchema,
    event('PostConfirmation_ConfirmForgotPassword', {}),
  ),
  emailAtSignIn: fault(CustomEmailSenderTriggerSchema, event('CustomEmailSender_Authentication', sender)),
}
const known = {
  defineFirst: 'too_small request.session',
  defineSecond: 'taken',
  createFirst: 'too_small request.session',
  createSecond: 'taken',
  signUp: 'taken',
  adminCreateUser: 'invalid_value triggerSource',
  confirmForgotPassword: 'invalid_value triggerSource',
  emailAtSignIn: 'invalid_value triggerSource',
}

const same = JSON.stringify(seen) === JSON.stringify(known)
console.log(same ? 'as described:' : 'changed:', seen)
process.exit(same ? 0 : 1)
EOF
node check.mjs
