import { exitStatus, type Command } from '../command.ts'
import { manPage } from '../shell/man-page.ts'

/** The command that writes the manual page of all commands. */
export const manual = (commands: () => readonly Command[]): Command => ({
  name: 'manual',
  summary: 'Writes the manual page; read it with: authscope manual | man -l -',
  usage: [''],
  options: {},
  run: (_args, io) => {
    io.write(manPage(commands(), io.version))
    return Promise.resolve(exitStatus.done)
  },
})
