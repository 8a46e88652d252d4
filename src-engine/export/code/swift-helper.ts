import type { ChainPlan } from './chain-plan.ts'
import { groupDigits } from './group-digits.ts'

/** What a sign-in computes, with the packages swift-crypto and, for SRP, BigInt. */
export const swiftHelper = (
  plan: Pick<ChainPlan, 'usesSecretHash' | 'usesSrp' | 'usesTotp'>,
): string =>
  [
    ...(plan.usesSecretHash ? [secretHash] : []),
    ...(plan.usesTotp ? [totpCode] : []),
    ...(plan.usesSrp ? [srp] : []),
  ].join('\n')

const secretHash = `
func secretHash(_ name: String) -> String {
    let key = SymmetricKey(data: Data(env("COGNITO_CLIENT_SECRET").utf8))
    return Data(HMAC<SHA256>.authenticationCode(for: Data((name + clientId).utf8), using: key)).base64EncodedString()
}`

const totpCode = `
func totpCode() -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (bits, count, bytes) = (0, 0, [UInt8]())
    for letter in env("COGNITO_TOTP_SECRET").uppercased() {
        guard let value = alphabet.firstIndex(of: letter) else { continue }
        (bits, count) = ((bits << 5 | value) & 0xfff, count + 5)
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(bits >> count & 0xff))
        }
    }
    let step = UInt64(Date().timeIntervalSince1970) / 30
    let message = withUnsafeBytes(of: step.bigEndian) { Data($0) }
    let code = HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: bytes))
    let digest = Array(code)
    let at = Int(digest[digest.count - 1] & 15)
    let number = digest[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } & 0x7fff_ffff
    return String(format: "%06d", number % 1_000_000)
}`

const srp = `
/// Secure Remote Password as Cognito has it.
struct Srp {
    static let n = BigUInt("""
${groupDigits.map((line, at) => `        ${line}${at < groupDigits.length - 1 ? '\\' : ''}`).join('\n')}
        """, radix: 16)!
    let secret = BigUInt.randomInteger(withMaximumWidth: 1024)

    var a: BigUInt { BigUInt(2).power(secret, modulus: Srp.n) }
    var publicA: String { String(a, radix: 16) }

    /// A leading zero byte where the first bit is set, as in two's complement.
    static func padded(_ number: BigUInt) -> Data {
        let bytes = number.serialize()
        return (bytes.first ?? 128) > 127 ? Data([0]) + bytes : bytes
    }

    static func digest(_ parts: Data...) -> Data {
        Data(SHA256.hash(data: parts.reduce(Data(), +)))
    }

    static func keyed(_ key: Data, _ parts: Data...) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: parts.reduce(Data(), +), using: SymmetricKey(data: key)))
    }

    func proof(_ parameters: [String: String]) -> (signature: String, timestamp: String) {
        let n = Srp.n
        let name = String(poolId.split(separator: "_")[1]) + (parameters["USER_ID_FOR_SRP"] ?? "")
        let b = BigUInt(parameters["SRP_B"] ?? "", radix: 16) ?? 0
        let salt = BigUInt(parameters["SALT"] ?? "", radix: 16) ?? 0
        let u = BigUInt(Srp.digest(Srp.padded(a), Srp.padded(b)))
        let inner = Srp.digest(Data((name + ":" + env("COGNITO_PASSWORD")).utf8))
        let x = BigUInt(Srp.digest(Srp.padded(salt), inner))
        let k = BigUInt(Srp.digest(Srp.padded(n), Data([2])))
        let term = k * BigUInt(2).power(x, modulus: n) % n
        let s = ((b + n - term) % n).power(secret + u * x, modulus: n)
        let info = Data("Caldera Derived Key".utf8) + Data([1])
        let key = Srp.keyed(Srp.keyed(Srp.padded(u), Srp.padded(s)), info).prefix(16)
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "UTC")
        format.dateFormat = "EEE MMM d HH:mm:ss 'UTC' yyyy"
        let timestamp = format.string(from: Date())
        let secretBlock = Data(base64Encoded: parameters["SECRET_BLOCK"] ?? "") ?? Data()
        let signature = Srp.keyed(Data(key), Data(name.utf8), secretBlock, Data(timestamp.utf8))
        return (signature.base64EncodedString(), timestamp)
    }
}`
