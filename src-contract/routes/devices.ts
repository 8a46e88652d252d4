import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** Cognito's own words for whether a confirmed device is remembered. */
const rememberedStatus = z.enum(['remembered', 'not_remembered'])

/** A device that is kept here; its group key and password stay in the main process. */
export const device = z.object({
  id,
  profileId: z.string(),
  /** The user's real name, as the access token says it. */
  username: z.string(),
  /** What was typed for it when it signed in otherwise: email address, phone number. */
  aliases: z.array(z.string()),
  /** DeviceKey. */
  key: z.string(),
  name: z.string(),
  /** `undecided`: confirmed in a pool that lets the user choose, who has not chosen yet. */
  status: z.enum([...rememberedStatus.options, 'undecided']),
  createdAt: z.number(),
  lastUsedAt: z.number().optional(),
  /** When Cognito said that it no longer knows this device. */
  staleSince: z.number().optional(),
  /** `locked`: its secrets do not open with the present keyring. */
  kept: z.enum(['stored', 'memory only', 'locked']),
})
export type Device = z.output<typeof device>

/** How a sign-in uses the device that is kept for its user. */
export const deviceChoice = z.enum(['with', 'without', 'wrong key'])
export type DeviceChoice = z.output<typeof deviceChoice>

/** A device as Cognito describes it; times in milliseconds since 1970, absent when not said. */
export const deviceAtCognito = z.object({
  key: z.string(),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  createdAt: z.number().optional(),
  modifiedAt: z.number().optional(),
  authenticatedAt: z.number().optional(),
})
export type DeviceAtCognito = z.output<typeof deviceAtCognito>

/** Cognito's refusal as a sentence; it is on the timeline as well. */
const refused = z.string().optional()
const ofRun = z.object({ runId: id })
const withKey = ofRun.extend({ key: z.string() })

/** Calls about remembered devices. Those with a runId are steps of that sign-in's trace. */
export const deviceRoutes = {
  'device.list': route({ input: z.object({ profileId: id }), output: z.array(device) }),
  /** What a sign-in leaves to do about its device. */
  'device.ofRun': route({
    input: ofRun,
    output: z.object({
      /** `confirm`: it is new, and ConfirmDevice was not called. `choose`: to remember it or not. */
      outstanding: z.enum(['confirm', 'choose', 'nothing']),
      /** The key that was received or presented. */
      key: z.string(),
      /** The device of this key that is kept here. */
      device: device.optional(),
    }),
  }),
  /** ConfirmDevice for the new device of a sign-in, and keeps its keys. */
  'device.confirm': route({
    input: ofRun.extend({ name: z.string().max(1024) }),
    output: z.object({ device: device.optional(), refused }),
  }),
  /** UpdateDeviceStatus. */
  'device.setStatus': route({
    input: withKey.extend({ status: rememberedStatus }),
    output: z.object({ refused }),
  }),
  'device.rename': route({ input: z.object({ id, name: z.string() }), output: device }),
  /** Drops what is kept here; `device.restore` undoes it until the next start. */
  'device.drop': route({ input: z.object({ id }), output: nothing }),
  'device.restore': route({ input: z.object({ id }), output: nothing }),
  /** Shows the secrets of one device because the person asked for them. */
  'device.reveal': route({
    input: z.object({ id }),
    output: z.object({ groupKey: z.string(), password: z.string() }),
  }),
  /** ListDevices, page after page. */
  'device.listAtCognito': route({
    input: ofRun,
    output: z.object({ devices: z.array(deviceAtCognito), refused }),
  }),
  /** GetDevice. */
  'device.getAtCognito': route({
    input: withKey,
    output: z.object({ device: deviceAtCognito.optional(), refused }),
  }),
  /** ForgetDevice; what is kept here of it is marked as stale. */
  'device.forgetAtCognito': route({ input: withKey, output: z.object({ refused }) }),
} as const
