import type { ChainPlan } from './chain-plan.ts'
import { groupDigits } from './group-digits.ts'

/** What a sign-in computes, in Java’s standard library alone; it needs `env`, `CLIENT_ID`, `POOL_ID`. */
export const kotlinHelper = (
  plan: Pick<ChainPlan, 'usesSecretHash' | 'usesSrp' | 'usesTotp'>,
): string =>
  [
    ...(plan.usesSecretHash || plan.usesTotp || plan.usesSrp ? [keyed] : []),
    ...(plan.usesSecretHash ? [secretHash] : []),
    ...(plan.usesTotp ? [totpCode] : []),
    ...(plan.usesSrp ? [srp] : []),
  ].join('\n')

const keyed = `
fun keyed(algorithm: String, key: ByteArray, vararg parts: ByteArray): ByteArray {
    val mac = Mac.getInstance(algorithm)
    mac.init(SecretKeySpec(key, algorithm))
    parts.forEach { mac.update(it) }
    return mac.doFinal()
}`

const secretHash = `
fun secretHash(name: String): String {
    val key = env("COGNITO_CLIENT_SECRET").toByteArray()
    return Base64.getEncoder().encodeToString(keyed("HmacSHA256", key, (name + CLIENT_ID).toByteArray()))
}`

const totpCode = `
fun totpCode(): String {
    val bits = env("COGNITO_TOTP_SECRET").filter { it.isLetterOrDigit() }.map {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(it, ignoreCase = true).toString(2).padStart(5, '0')
    }.joinToString("")
    val key = bits.chunked(8).filter { it.length == 8 }.map { it.toInt(2).toByte() }.toByteArray()
    val step = ByteBuffer.allocate(8).putLong(System.currentTimeMillis() / 30_000).array()
    val digest = keyed("HmacSHA1", key, step)
    val number = ByteBuffer.wrap(digest).getInt(digest.last().toInt() and 15) and 0x7fffffff
    return (number % 1_000_000).toString().padStart(6, '0')
}`

const srp = `
/** Secure Remote Password as Cognito has it. BigInteger.toByteArray pads as Cognito does. */
class Srp {
    private val n = BigInteger(${groupDigits.map((line) => `"${line}"`).join(' +\n        ')}, 16)
    private val g = BigInteger.valueOf(2)
    private val secret = BigInteger(1024, SecureRandom())
    private val a = g.modPow(secret, n)

    class Proof(val signature: String, val timestamp: String)

    fun publicA(): String = a.toString(16)

    private fun digest(vararg parts: ByteArray): ByteArray {
        val hash = MessageDigest.getInstance("SHA-256")
        parts.forEach { hash.update(it) }
        return hash.digest()
    }

    fun proof(parameters: Map<String, String>): Proof {
        val name = POOL_ID.substringAfter('_') + parameters.getValue("USER_ID_FOR_SRP")
        val b = BigInteger(parameters.getValue("SRP_B"), 16)
        val u = BigInteger(1, digest(a.toByteArray(), b.toByteArray()))
        val inner = digest((name + ":" + env("COGNITO_PASSWORD")).toByteArray())
        val salt = BigInteger(parameters.getValue("SALT"), 16)
        val x = BigInteger(1, digest(salt.toByteArray(), inner))
        val k = BigInteger(1, digest(n.toByteArray(), g.toByteArray()))
        val s = b.subtract(k.multiply(g.modPow(x, n))).modPow(secret.add(u.multiply(x)), n)
        val info = "Caldera Derived Key".toByteArray() + 1.toByte()
        val key = keyed("HmacSHA256", keyed("HmacSHA256", u.toByteArray(), s.toByteArray()), info).copyOf(16)
        val timestamp = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
            .format(ZonedDateTime.now(ZoneOffset.UTC))
        val secretBlock = Base64.getDecoder().decode(parameters.getValue("SECRET_BLOCK"))
        val signature = keyed("HmacSHA256", key, name.toByteArray(), secretBlock, timestamp.toByteArray())
        return Proof(Base64.getEncoder().encodeToString(signature), timestamp)
    }
}`
