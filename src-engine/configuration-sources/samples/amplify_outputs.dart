const amplifyConfig = r'''
{
  "auth": {
    "user_pool_id": "eu-central-1_Shop12345",
    "aws_region": "eu-central-1",
    "user_pool_client_id": "1shopweb23456789abcdefghij",
    "identity_pool_id": "eu-central-1:0a1b2c3d-1111-2222-3333-444455556666",
    "mfa_methods": ["TOTP"],
    "standard_required_attributes": ["email"],
    "username_attributes": ["email"],
    "user_verification_types": ["email"],
    "groups": [],
    "mfa_configuration": "OPTIONAL",
    "password_policy": {
      "min_length": 8,
      "require_lowercase": true,
      "require_numbers": true,
      "require_symbols": true,
      "require_uppercase": true
    },
    "unauthenticated_identities_enabled": true
  },
  "data": {
    "url": "https://abc.appsync-api.eu-central-1.amazonaws.com/graphql",
    "aws_region": "eu-central-1",
    "default_authorization_type": "AMAZON_COGNITO_USER_POOLS"
  },
  "version": "1.4"
}
''';
