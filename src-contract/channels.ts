/** The IPC channels: all calls go over one, all events over another. */
export const callChannel = 'authscope:call'
export const eventChannel = 'authscope:event'

/** Over this one the preload names each file that the person dropped or pasted. */
export const droppedFileChannel = 'authscope:dropped-file'
