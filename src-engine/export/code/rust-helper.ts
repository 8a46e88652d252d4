import type { ChainPlan } from './chain-plan.ts'

/** What a sign-in computes besides SRP, which the crate aws-cognito-srp computes. */
export const rustHelper = (plan: Pick<ChainPlan, 'usesSecretHash' | 'usesTotp'>): string =>
  [...(plan.usesSecretHash ? [secretHash] : []), ...(plan.usesTotp ? [totpCode] : [])].join('\n')

const secretHash = `
fn secret_hash(name: String) -> String {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(env("COGNITO_CLIENT_SECRET").as_bytes()).expect("any key");
    mac.update(format!("{name}{CLIENT_ID}").as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}`

const totpCode = `
fn totp_code() -> String {
    let (mut bits, mut count, mut key) = (0usize, 0, Vec::new());
    for letter in env("COGNITO_TOTP_SECRET").to_uppercase().chars() {
        if let Some(value) = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(letter) {
            (bits, count) = ((bits << 5 | value) & 0xfff, count + 5);
            if count >= 8 {
                count -= 8;
                key.push((bits >> count & 0xff) as u8);
            }
        }
    }
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970").as_secs();
    let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(&key).expect("any key");
    mac.update(&(now / 30).to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let at = (digest[19] & 15) as usize;
    let number = digest[at..at + 4].iter().fold(0u32, |sum, byte| sum << 8 | u32::from(*byte));
    format!("{:06}", (number & 0x7fff_ffff) % 1_000_000)
}`
