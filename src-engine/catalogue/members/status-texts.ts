/** What HTTP calls its statuses. A server may send any text in their place. */
export const statusTexts: ReadonlySet<string> = new Set(
  `|Continue|Switching Protocols|OK|Created|Accepted|No Content|Partial Content|Moved Permanently
  |Found|See Other|Not Modified|Temporary Redirect|Permanent Redirect|Bad Request|Unauthorized
  |Payment Required|Forbidden|Not Found|Method Not Allowed|Not Acceptable
  |Proxy Authentication Required|Request Timeout|Conflict|Gone|Length Required
  |Precondition Failed|Payload Too Large|URI Too Long|Unsupported Media Type|Expectation Failed
  |Misdirected Request|Unprocessable Entity|Upgrade Required|Too Many Requests
  |Request Header Fields Too Large|Internal Server Error|Not Implemented|Bad Gateway
  |Service Unavailable|Gateway Timeout|HTTP Version Not Supported|Connection established`
    .split('|')
    .map((text) => text.trim()),
)
