import type { Contract } from '#contract/contract.ts'
import type { Handlers } from '#contract/define.ts'
import { BridgeError } from '#contract/failure.ts'
import { redactionChoices } from '#engine/export/redaction-choices.ts'
import { builtInProfiles } from '#engine/export/redaction-profile.ts'
import type { Application } from './application.ts'

/** What can be chosen about redaction, and the choices that were saved under a name. */
export const redactionHandlers = ({
  settings,
}: Pick<Application, 'settings'>): Pick<
  Handlers<Contract>,
  'export.redactionChoices' | 'export.redactionProfiles' | 'export.saveRedactionProfiles'
> => ({
  'export.redactionChoices': () => [...redactionChoices],
  'export.redactionProfiles': () => ({
    builtIn: [...builtInProfiles],
    saved: settings.value().redactionProfiles ?? [],
  }),
  'export.saveRedactionProfiles': async ({ profiles }) => {
    const names = [...builtInProfiles, ...profiles].map(({ name }) => name.toLowerCase())
    const taken = names.find((name, index) => names.indexOf(name) !== index)
    if (taken !== undefined)
      throw new BridgeError('name-taken', `There is a redaction profile “${taken}” already.`)
    await settings.change((file) => ({ ...file, redactionProfiles: profiles }))
  },
})
