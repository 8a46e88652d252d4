import type { ChainPlan } from './chain-plan.ts'
import { groupDigits } from './group-digits.ts'

/** What a sign-in computes, in .NET alone: classes that read the environment by `Environment`. */
export const dotnetHelper = (
  plan: Pick<ChainPlan, 'usesSecretHash' | 'usesSrp' | 'usesTotp'>,
): string =>
  plan.usesSecretHash || plan.usesSrp || plan.usesTotp
    ? [
        'static class Computed',
        '{',
        ...(plan.usesSecretHash ? [secretHash] : []),
        ...(plan.usesTotp ? [totpCode] : []),
        '}',
        ...(plan.usesSrp ? [srp] : []),
        '',
      ].join('\n')
    : ''

const secretHash = `    public static string SecretHash(string secret, string name, string clientId)
    {
        using (var mac = new HMACSHA256(Encoding.UTF8.GetBytes(secret)))
            return Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(name + clientId)));
    }`

const totpCode = `    public static string TotpCode(string secret)
    {
        var letters = secret.ToUpperInvariant().Where(char.IsLetterOrDigit);
        var bits = string.Concat(letters.Select(letter =>
            Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8)
            .Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
        if (BitConverter.IsLittleEndian) Array.Reverse(step);
        byte[] digest;
        using (var mac = new HMACSHA1(key)) digest = mac.ComputeHash(step);
        var at = digest[digest.Length - 1] & 15;
        var number = (digest[at] & 127) << 24 | digest[at + 1] << 16 | digest[at + 2] << 8 | digest[at + 3];
        return (number % 1000000).ToString("D6");
    }`

const srp = `
/// <summary>Secure Remote Password as Cognito has it.</summary>
class Srp
{
    static readonly BigInteger N = Number(${groupDigits.map((line) => `"${line}"`).join('\n        + ')});
    static readonly BigInteger G = 2;
    readonly BigInteger secret;

    public Srp()
    {
        var bytes = new byte[129];
        using (var random = RandomNumberGenerator.Create()) random.GetBytes(bytes, 0, 128);
        secret = new BigInteger(bytes);
    }

    BigInteger A => BigInteger.ModPow(G, secret, N);

    public string PublicA => A.ToString("x");

    static BigInteger Number(string hexadecimal) =>
        BigInteger.Parse("0" + hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Two's complement: a leading zero byte where the first bit is set, as Cognito pads.</summary>
    static byte[] Padded(BigInteger number) => number.ToByteArray().Reverse().ToArray();

    static byte[] Digest(params byte[][] parts)
    {
        using (var hash = SHA256.Create())
            return hash.ComputeHash(parts.SelectMany(part => part).ToArray());
    }

    static BigInteger Positive(byte[] bytes) =>
        new BigInteger(bytes.Reverse().Concat(new byte[] { 0 }).ToArray());

    static byte[] Keyed(byte[] key, params byte[][] parts)
    {
        using (var mac = new HMACSHA256(key))
            return mac.ComputeHash(parts.SelectMany(part => part).ToArray());
    }

    public (string Signature, string Timestamp) Proof(
        IDictionary<string, string> parameters, string poolId, string password)
    {
        var name = poolId.Split('_')[1] + parameters["USER_ID_FOR_SRP"];
        var b = Number(parameters["SRP_B"]);
        var u = Positive(Digest(Padded(A), Padded(b)));
        var inner = Digest(Encoding.UTF8.GetBytes(name + ":" + password));
        var x = Positive(Digest(Padded(Number(parameters["SALT"])), inner));
        var k = Positive(Digest(Padded(N), new byte[] { 2 }));
        var difference = (b - k * BigInteger.ModPow(G, x, N)) % N;
        var s = BigInteger.ModPow(difference.Sign < 0 ? difference + N : difference, secret + u * x, N);
        var info = Encoding.UTF8.GetBytes("Caldera Derived Key\\u0001");
        var key = Keyed(Keyed(Padded(u), Padded(s)), info).Take(16).ToArray();
        var timestamp = DateTime.UtcNow.ToString("ddd MMM d HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);
        var signature = Keyed(key, Encoding.UTF8.GetBytes(name),
            Convert.FromBase64String(parameters["SECRET_BLOCK"]), Encoding.UTF8.GetBytes(timestamp));
        return (Convert.ToBase64String(signature), timestamp);
    }
}`
