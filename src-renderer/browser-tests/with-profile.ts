import { defineComponent, type VNodeChild } from 'vue'
import type { Profile } from '#contract/routes/profiles.ts'
import { sampleTrace } from '#engine/vectors/sample-trace.ts'
import { useProfiles } from '../bridge/profiles.ts'
import { useRuns } from '../bridge/runs.ts'

/** A profile of a pool at AWS. */
export const sampleProfile: Profile = {
  id: 'profile',
  name: 'Staging',
  colour: 'blue',
  production: false,
  practice: false,
  region: 'eu-west-1',
  userPoolId: 'eu-west-1_AbCdEf123',
  clientId: '1example23456789',
  endpoint: '',
  username: 'ada',
  flow: 'USER_PASSWORD_AUTH',
  authSessionValidity: 3,
  automatic: { srp: true, totp: true, passkey: true, device: true },
  asAdmin: false,
  awsProfile: '',
  proxy: '',
  caFile: '',
  unreadable: [],
  trustedCertificates: [],
  clientCertificateFile: '',
  clientKeyFile: '',
  hasClientSecret: false,
  hasTotpSecret: false,
  hasProxyPassword: false,
}

/** What is rendered in a window in which this profile, the first of these, is selected. */
export const withProfiles = (profiles: readonly Profile[], render: () => VNodeChild) =>
  defineComponent({
    setup() {
      useProfiles().apply({ type: 'profiles.changed', profiles: [...profiles] })
      return render
    },
  })

/** What is rendered in a window in which a user of that profile has signed in: run `run`. */
export const withSignIn = (render: () => VNodeChild) =>
  defineComponent({
    setup() {
      const runs = useRuns()
      useProfiles().apply({ type: 'profiles.changed', profiles: [sampleProfile] })
      const { events, secrets } = sampleTrace().trace
      runs.apply({ type: 'run.secrets', runId: 'run', secrets: [...secrets] })
      for (const event of events) runs.apply({ type: 'run.event', runId: 'run', event })
      runs.follow('run', sampleProfile.id)
      return render
    },
  })
