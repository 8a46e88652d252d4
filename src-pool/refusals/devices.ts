import { exception, type RefusalText } from './refusal.ts'

/** What is refused for a device. */
export const deviceRefusals = {
  deviceUnknown: exception('ResourceNotFoundException')('Device does not exist.'),
  deviceKeyInvalid: exception('InvalidParameterException')('Invalid device key given.'),
  deviceExists: exception('DeviceKeyExistsException')('Device already exists.', 'assumed'),
  verifierInvalid: exception('InvalidParameterException')(
    'Invalid device secret verifier config given.',
    'assumed',
  ),
  claimWrong: exception('NotAuthorizedException')('Incorrect username or password.', 'reported'),
} as const satisfies Record<string, RefusalText>
