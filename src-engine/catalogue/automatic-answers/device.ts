import { defineAutomaticAnswer } from '../automatic-answer.ts'

export const device = defineAutomaticAnswer({
  id: 'device',
  title: 'Device',
  label: 'Confirm and use devices automatically',
  help: 'Proves a remembered device, and confirms a new one.',
  default: true,
})
