import type { ChainPlan } from './chain-plan.ts'
import { groupDigits } from './group-digits.ts'

/** What a sign-in computes, in PHP with its extension gmp; it needs `env`, `$clientId`, `$poolId`. */
export const phpHelper = (
  plan: Pick<ChainPlan, 'usesSecretHash' | 'usesSrp' | 'usesTotp'>,
): string =>
  [
    ...(plan.usesSecretHash ? [secretHash] : []),
    ...(plan.usesTotp ? [totpCode] : []),
    ...(plan.usesSrp ? [srp] : []),
  ].join('\n')

const secretHash = `
function secretHash(string $name, string $clientId): string
{
    return base64_encode(hash_hmac('sha256', $name . $clientId, env('COGNITO_CLIENT_SECRET'), true));
}`

const totpCode = `
function totpCode(): string
{
    $bits = '';
    foreach (str_split(strtoupper(preg_replace('/[\\s=]/', '', env('COGNITO_TOTP_SECRET')))) as $letter) {
        $bits .= str_pad(decbin(strpos('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', $letter)), 5, '0', STR_PAD_LEFT);
    }
    $key = implode(array_map(fn ($byte) => chr(bindec($byte)), str_split(substr($bits, 0, intdiv(strlen($bits), 8) * 8), 8)));
    $digest = hash_hmac('sha1', pack('J', intdiv(time(), 30)), $key, true);
    $number = unpack('N', substr($digest, ord($digest[19]) & 15, 4))[1] & 0x7fffffff;
    return sprintf('%06d', $number % 1000000);
}`

const srp = `
/** Secure Remote Password as Cognito has it. */
class Srp
{
    private GMP $n;
    private GMP $private;

    public function __construct(private string $poolId)
    {
        $this->n = gmp_init(${groupDigits.map((line) => `'${line}'`).join('\n            . ')}, 16);
        $this->private = gmp_init(bin2hex(random_bytes(128)), 16);
    }

    public function publicA(): string
    {
        return gmp_strval(gmp_powm(2, $this->private, $this->n), 16);
    }

    /** A leading zero byte where the first bit is set, as in two’s complement. */
    private static function padded(GMP $number): string
    {
        $digits = gmp_strval($number, 16);
        $even = strlen($digits) % 2 ? "0$digits" : $digits;
        return hex2bin(hexdec($even[0]) > 7 ? "00$even" : $even);
    }

    private static function digest(string ...$parts): GMP
    {
        return gmp_init(hash('sha256', implode($parts)), 16);
    }

    public function proof(array $parameters): array
    {
        $name = explode('_', $this->poolId, 2)[1] . $parameters['USER_ID_FOR_SRP'];
        [$a, $b] = [gmp_init($this->publicA(), 16), gmp_init($parameters['SRP_B'], 16)];
        $u = self::digest(self::padded($a), self::padded($b));
        $inner = hash('sha256', $name . ':' . env('COGNITO_PASSWORD'), true);
        $x = self::digest(self::padded(gmp_init($parameters['SALT'], 16)), $inner);
        $k = self::digest(self::padded($this->n), "\\x02");
        $base = gmp_mod($b - $k * gmp_powm(2, $x, $this->n), $this->n);
        $s = gmp_powm($base, $this->private + $u * $x, $this->n);
        $key = hash_hkdf('sha256', self::padded($s), 16, 'Caldera Derived Key', self::padded($u));
        $timestamp = gmdate('D M j H:i:s') . ' UTC ' . gmdate('Y');
        $message = $name . base64_decode($parameters['SECRET_BLOCK']) . $timestamp;
        return [
            'signature' => base64_encode(hash_hmac('sha256', $message, $key, true)),
            'timestamp' => $timestamp,
        ];
    }
}`
