/**
 * Challenges with their ChallengeParameters that a server of the pictures' own asks: those that the
 * practice pool never puts to a client (Cognito neither, as far as is known), those that want a
 * device or a passkey first, and one that nobody knows.
 */
export const askedByAServer: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PASSWORD: {},
  PASSWORD_SRP: {},
  ADMIN_NO_SRP_AUTH: {},
  DEVICE_SRP_AUTH: { DEVICE_KEY: 'eu-west-1_0b1d4cf4-7c5e-4c4f-9c0e-6b0a6f3c9a11' },
  DEVICE_PASSWORD_VERIFIER: {
    DEVICE_KEY: 'eu-west-1_0b1d4cf4-7c5e-4c4f-9c0e-6b0a6f3c9a11',
    USERNAME: 'anna',
    SALT: '8d13',
    SRP_B: 'b2f1',
    SECRET_BLOCK: 'QW4gZXhhbXBsZQ==',
  },
  WEB_AUTHN: {
    CREDENTIAL_REQUEST_OPTIONS: JSON.stringify({
      challenge: 'QW4gZXhhbXBsZSBvZiBhIGNoYWxsZW5nZQ',
      timeout: 180_000,
      rpId: 'auth.example.com',
      allowCredentials: [{ type: 'public-key', id: 'QW4gZXhhbXBsZQ', transports: ['internal'] }],
      userVerification: 'preferred',
    }),
  },
  AN_UNKNOWN_CHALLENGE: { HINT: 'What a later version of the service may ask.' },
}
