/** The two IPC channels; all calls go over one, all events over the other. */
export const callChannel = 'authscope:call'
export const eventChannel = 'authscope:event'
