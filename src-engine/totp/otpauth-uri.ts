/**
 * What a QR code for an authenticator app contains.
 * @param secret base32 text
 * @param name the user, as the app will show it
 */
export const otpauthUri = (secret: string, name: string): string =>
  `otpauth://totp/Cognito:${encodeURIComponent(name)}?secret=${secret}&issuer=Cognito`
