import type { Member, StructureMember } from '../requests/members.ts'
import { kept, model, required } from '../requests/model.ts'

/** What the texts of emails are made of. */
export const letters = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]'

/** The text of an SMS with a code. */
export const smsMessage = {
  kind: 'text',
  min: 6,
  max: 140,
  pattern: '.*\\{####\\}.*',
} as const satisfies Member

/** The text of an email with a code. */
export const emailMessage = {
  kind: 'text',
  min: 6,
  max: 20_000,
  pattern: `${letters}*\\{####\\}${letters}*`,
} as const satisfies Member

/** The subject of an email. */
export const subject = {
  kind: 'text',
  min: 1,
  max: 140,
  pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+',
} as const satisfies Member

/** How a pool sends SMS. What counts here is only that it is there: messages go to the outbox. */
export const smsConfiguration = {
  kind: 'structure',
  members: {
    SnsCallerArn: required(kept(model.arn)),
    ExternalId: kept(model.open),
    SnsRegion: kept({ kind: 'text', min: 5, max: 32 }),
    EumsSms: kept({
      kind: 'structure',
      members: {
        CallerArn: model.arn,
        ExternalId: model.open,
        OriginationIdentity: model.open,
        ConfigurationSetName: model.open,
        InEntityId: model.open,
        InTemplateId: model.open,
        Region: model.open,
      },
    }),
  },
} as const satisfies StructureMember
