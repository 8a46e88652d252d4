import { defineWatchedClient } from '../define-watched-client.ts'

/** Developer guide of the AWS SDK for Rust, “Configuring client endpoints”. */
export const sdkRust = defineWatchedClient({
  id: 'sdk-rust',
  title: 'AWS SDK for Rust',
  where: 'Rust',
  lines: ({ url }) =>
    `let config = aws_sdk_cognitoidentityprovider::config::Builder::from(&sdk_config)
    .endpoint_url("${url}")
    .build();
let client = aws_sdk_cognitoidentityprovider::Client::from_conf(config);`,
})
