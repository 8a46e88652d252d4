import type { ChainPlan } from './chain-plan.ts'
import { groupDigits } from './group-digits.ts'

/**
 * What a sign-in computes, in Java’s standard library alone: members of a class that has `env`,
 * `CLIENT_ID` and `POOL_ID`.
 */
export const javaHelper = (
  plan: Pick<ChainPlan, 'usesSecretHash' | 'usesSrp' | 'usesTotp'>,
): string =>
  [
    ...(plan.usesSecretHash || plan.usesTotp || plan.usesSrp ? [keyed] : []),
    ...(plan.usesSecretHash ? [secretHash] : []),
    ...(plan.usesTotp ? [totpCode] : []),
    ...(plan.usesSrp ? [srp] : []),
  ].join('\n')

const keyed = `
  static byte[] keyed(String algorithm, byte[] key, byte[]... parts) throws Exception {
    var mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key, algorithm));
    for (var part : parts) mac.update(part);
    return mac.doFinal();
  }`

const secretHash = `
  static String secretHash(String name) throws Exception {
    var secret = env("COGNITO_CLIENT_SECRET").getBytes(UTF_8);
    return Base64.getEncoder().encodeToString(keyed("HmacSHA256", secret, (name + CLIENT_ID).getBytes(UTF_8)));
  }`

const totpCode = `
  static String totpCode() throws Exception {
    var bits = new StringBuilder();
    for (var letter : env("COGNITO_TOTP_SECRET").replaceAll("[\\\\s=]", "").toUpperCase().toCharArray())
      bits.append(Integer.toBinaryString(32 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)).substring(1));
    var key = new byte[bits.length() / 8];
    for (var i = 0; i < key.length; i++)
      key[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
    var step = ByteBuffer.allocate(8).putLong(System.currentTimeMillis() / 30_000).array();
    var digest = keyed("HmacSHA1", key, step);
    var number = ByteBuffer.wrap(digest).getInt(digest[digest.length - 1] & 15) & 0x7fffffff;
    return String.format("%06d", number % 1_000_000);
  }`

const srp = `
  /** Secure Remote Password as Cognito has it. BigInteger.toByteArray pads as Cognito does. */
  static class Srp {
    static final BigInteger N = new BigInteger(${groupDigits.map((line) => `"${line}"`).join('\n        + ')}, 16);
    static final BigInteger G = BigInteger.TWO;
    final BigInteger secret = new BigInteger(1024, new SecureRandom());
    final BigInteger a = G.modPow(secret, N);

    record Proof(String signature, String timestamp) {}

    String publicA() {
      return a.toString(16);
    }

    static byte[] digest(byte[]... parts) throws Exception {
      var hash = MessageDigest.getInstance("SHA-256");
      for (var part : parts) hash.update(part);
      return hash.digest();
    }

    Proof proof(Map<String, String> parameters) throws Exception {
      var name = POOL_ID.split("_", 2)[1] + parameters.get("USER_ID_FOR_SRP");
      var b = new BigInteger(parameters.get("SRP_B"), 16);
      var u = new BigInteger(1, digest(a.toByteArray(), b.toByteArray()));
      var inner = digest((name + ":" + env("COGNITO_PASSWORD")).getBytes(UTF_8));
      var salt = new BigInteger(parameters.get("SALT"), 16);
      var x = new BigInteger(1, digest(salt.toByteArray(), inner));
      var k = new BigInteger(1, digest(N.toByteArray(), G.toByteArray()));
      var s = b.subtract(k.multiply(G.modPow(x, N))).modPow(secret.add(u.multiply(x)), N);
      var info = "Caldera Derived Key\\1".getBytes(UTF_8);
      var key = keyed("HmacSHA256", keyed("HmacSHA256", u.toByteArray(), s.toByteArray()), info);
      var timestamp = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
          .format(ZonedDateTime.now(ZoneOffset.UTC));
      var signature = keyed("HmacSHA256", Arrays.copyOf(key, 16), name.getBytes(UTF_8),
          Base64.getDecoder().decode(parameters.get("SECRET_BLOCK")), timestamp.getBytes(UTF_8));
      return new Proof(Base64.getEncoder().encodeToString(signature), timestamp);
    }
  }`
