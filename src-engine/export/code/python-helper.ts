import { N } from '../../srp/group.ts'

/**
 * What a sign-in computes, in Python’s standard library alone: SECRET_HASH, a TOTP code, and SRP as
 * Cognito has it. Scripts for a shell carry it too, since a shell cannot compute.
 */
export const pythonHelper = ({
  usesSecretHash,
  usesSrp,
  usesTotp,
}: {
  readonly usesSecretHash: boolean
  readonly usesSrp: boolean
  readonly usesTotp: boolean
}): string =>
  [
    'import base64, datetime, hashlib, hmac, json, os, struct, sys, time',
    ...(usesSecretHash ? [secretHash] : []),
    ...(usesTotp ? [totp] : []),
    ...(usesSrp ? [srp()] : []),
  ].join('\n')

const secretHash = `
def secret_hash(name, client_id):
    key = os.environ['COGNITO_CLIENT_SECRET'].encode()
    return base64.b64encode(hmac.digest(key, (name + client_id).encode(), 'sha256')).decode()
`

const totp = `
def totp_code():
    secret = os.environ['COGNITO_TOTP_SECRET'].replace(' ', '').upper()
    key = base64.b32decode(secret + '=' * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack('>Q', int(time.time()) // 30), 'sha1')
    number = struct.unpack_from('>I', digest, digest[-1] & 15)[0] & 0x7FFFFFFF
    return f'{number % 1000000:06d}'
`

const srp = () => `
N = int('''
${N.toString(16)
  .match(/.{1,96}/g)
  ?.join('\n')}
'''.replace('\\n', ''), 16)

def padded(number):
    # Two's complement: a leading zero byte where the first bit is set.
    return number.to_bytes(number.bit_length() // 8 + 1, 'big')

def digest_number(*parts):
    return int.from_bytes(hashlib.sha256(b''.join(parts)).digest(), 'big')

def srp_private():
    return int.from_bytes(os.urandom(128), 'big') % N

def srp_a(private):
    return f'{pow(2, private, N):x}'

def srp_proof(private, parameters, pool_id):
    pool, user = pool_id.split('_')[1], parameters['USER_ID_FOR_SRP']
    b, salt = int(parameters['SRP_B'], 16), int(parameters['SALT'], 16)
    u = digest_number(padded(pow(2, private, N)), padded(b))
    inner = hashlib.sha256(f"{pool}{user}:{os.environ['COGNITO_PASSWORD']}".encode()).digest()
    x = digest_number(padded(salt), inner)
    k = digest_number(padded(N), padded(2))
    s = pow(b - k * pow(2, x, N), private + u * x, N)
    key = hmac.digest(hmac.digest(padded(u), padded(s), 'sha256'), b'Caldera Derived Key\\x01', 'sha256')[:16]
    now = datetime.datetime.now(datetime.timezone.utc)
    day = 'Mon Tue Wed Thu Fri Sat Sun'.split()[now.weekday()]
    month = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()[now.month - 1]
    timestamp = f'{day} {month} {now.day} {now:%H:%M:%S} UTC {now.year}'
    message = f'{pool}{user}'.encode() + base64.b64decode(parameters['SECRET_BLOCK']) + timestamp.encode()
    signature = base64.b64encode(hmac.digest(key, message, 'sha256')).decode()
    return {'signature': signature, 'timestamp': timestamp}
`
