import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { DeviceChoice } from '#contract/routes/devices.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { defaultAutomatic } from '#engine/catalogue/automatic-answers/index.ts'
import { activeFields, type Field } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { preview } from '#engine/sign-in/preview.ts'
import type { Check } from '#engine/wire/previewed.ts'
import { useProfiles } from '#renderer/bridge/profiles.ts'
import { useKnownValues } from './known-values.ts'
import { ofThisFlow, recordOf, type Pair } from './start-input.ts'

/** The request as it is being put together. Of secrets it knows only which are there. */
export const useDraft = defineStore('draft', () => {
  const profiles = useProfiles()
  const flow = ref('USER_SRP_AUTH')
  const inputs = ref<Record<string, string>>({})
  /** Extra AuthParameters without the secret ones, for the preview. */
  const freePublic = ref<Record<string, string>>({})
  const metadata = ref<Pair[]>([])
  const analyticsEndpointId = ref('')
  const ipAddress = ref('')
  const automatic = ref(defaultAutomatic())
  /** How the device that is kept for this user goes along. */
  const device = ref<DeviceChoice>('with')
  /** DeviceName of a new one that is confirmed automatically; empty for the default. */
  const deviceName = ref('')
  /** Name of the fault to inject; empty for none. */
  const fault = ref('')
  /** An administrator calls, with the credentials of this profile of ~/.aws/config. */
  const asAdmin = ref(false)
  const awsProfile = ref('')
  const serverName = ref('')
  const serverPath = ref('')
  const httpHeaders = ref<Pair[]>([])
  /** Keys of secret inputs that hold a text. */
  const typed = ref<readonly string[]>([])
  /** The missing field that an attempt to start has pointed out. */
  const pointedOut = ref('')
  const { clear: clearKnown, ...knownValues } = useKnownValues(() => inputs.value['USERNAME'] ?? '')
  const { known, onlySettled } = knownValues

  const chosenFlow = computed(() => flows.get(flow.value))
  const fields = computed(() => activeFields(chosenFlow.value?.fields ?? [], inputs.value))
  const computedValues = computed(() =>
    activeFields(chosenFlow.value?.computed ?? [], inputs.value),
  )
  const deviceKey = computed(() => {
    if (device.value === 'wrong key') return '‹a wrong device key›'
    const kept = known.value.some(({ key }) => key === 'DEVICE_KEY')
    return device.value === 'with' && kept ? '‹device key›' : ''
  })
  const shown = computed(() =>
    preview({
      flow: flow.value,
      clientId: profiles.selected?.clientId ?? '',
      userPoolId: profiles.selected?.userPoolId ?? '',
      clientHasSecret: profiles.selected?.hasClientSecret ?? false,
      inputs: { ...ofThisFlow(flow.value, inputs.value), ...freePublic.value },
      filled: [...typed.value, ...known.value.map(({ key }) => key)],
      deviceKey: deviceKey.value,
      clientMetadata: recordOf(metadata.value),
      analyticsEndpointId: analyticsEndpointId.value,
      ipAddress: ipAddress.value,
      hasEncodedData: typed.value.includes('EncodedData'),
      hasSession: typed.value.includes('Session'),
      ...(asAdmin.value && {
        asAdmin: {
          ServerName: serverName.value,
          ServerPath: serverPath.value,
          HttpHeaders: recordOf(httpHeaders.value),
        },
      }),
    }),
  )
  const checks = computed(() => onlySettled(shown.value.checks))
  /** What keeps the request from being sent: what is missing, and what its field would refuse. */
  const missing = computed(() => checks.value.filter(keepsBack(fields.value, inputs.value)))

  /** Begins with what the profile remembers. */
  function beginWith(profile: Profile): void {
    flow.value = flows.has(profile.flow) ? profile.flow : 'USER_SRP_AUTH'
    inputs.value = { USERNAME: profile.username }
    automatic.value = { ...profile.automatic }
    device.value = 'with'
    deviceName.value = ''
    asAdmin.value = profile.asAdmin
    awsProfile.value = profile.awsProfile
    clearKnown()
    pointedOut.value = ''
  }

  function setInput(name: string, value: string): void {
    inputs.value = { ...inputs.value, [name]: value }
  }

  return {
    flow,
    inputs,
    freePublic,
    metadata,
    analyticsEndpointId,
    ipAddress,
    asAdmin,
    awsProfile,
    serverName,
    serverPath,
    httpHeaders,
    automatic,
    device,
    deviceName,
    fault,
    typed,
    pointedOut,
    chosenFlow,
    fields,
    computed: computedValues,
    shown,
    checks,
    missing,
    beginWith,
    setInput,
    ...knownValues,
  }
})

/** Whether a check keeps the request with these inputs from being sent. */
const keepsBack =
  (fields: readonly Field[], inputs: Readonly<Record<string, string>>) =>
  ({ field, level }: Check): boolean => {
    if (level === 'missing') return true
    const input = inputs[field]
    if (level !== 'refused' || input === undefined) return false
    return fields.find(({ name }) => name === field)?.validationError?.(input) !== undefined
  }
