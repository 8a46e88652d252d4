/** DeviceName of a device that nobody gives another name. */
export const defaultDeviceName = 'Authscope'
