import type { ChainPlan } from './chain-plan.ts'
import { groupDigits } from './group-digits.ts'

/** What a sign-in computes and asks for, in Go’s standard library alone. */
export const goHelper = (plan: Needs): string =>
  [
    ...(plan.usesSecretHash ? [secretHash] : []),
    ...(plan.usesTotp ? [totpCode] : []),
    ...(plan.usesSrp ? [srp] : []),
    ...(plan.prompts ? [prompted] : []),
  ].join('\n')

/** Packages of the standard library that the helper imports; Go refuses one that is not used. */
export const goHelperImports = (plan: Needs): readonly string[] => [
  ...(plan.usesSecretHash ? ['crypto/hmac', 'crypto/sha256', 'encoding/base64'] : []),
  ...(plan.usesTotp
    ? ['crypto/hmac', 'crypto/sha1', 'encoding/base32', 'encoding/binary', 'strings', 'time']
    : []),
  ...(plan.usesSrp
    ? [
        'crypto/hmac',
        'crypto/rand',
        'crypto/sha256',
        'encoding/base64',
        'math/big',
        'strings',
        'time',
      ]
    : []),
  ...(plan.prompts ? ['bufio', 'strings'] : []),
]

type Needs = Pick<ChainPlan, 'prompts' | 'usesSecretHash' | 'usesSrp' | 'usesTotp'>

const secretHash = `
func secretHash(name string) string {
	mac := hmac.New(sha256.New, []byte(env("COGNITO_CLIENT_SECRET")))
	mac.Write([]byte(name + clientID))
	return base64.StdEncoding.EncodeToString(mac.Sum(nil))
}`

const totpCode = `
func totpCode() string {
	secret := strings.ToUpper(strings.NewReplacer(" ", "", "=", "").Replace(env("COGNITO_TOTP_SECRET")))
	key, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret)
	check(err)
	var step [8]byte
	binary.BigEndian.PutUint64(step[:], uint64(time.Now().Unix()/30))
	mac := hmac.New(sha1.New, key)
	mac.Write(step[:])
	digest := mac.Sum(nil)
	number := binary.BigEndian.Uint32(digest[digest[len(digest)-1]&15:]) & 0x7fffffff
	return fmt.Sprintf("%06d", number%1000000)
}`

const srp = `
// Secure Remote Password as Cognito has it.
type srpClient struct{ n, private *big.Int }

func newSRP() *srpClient {
	n, _ := new(big.Int).SetString(${groupDigits.map((line) => `"${line}"`).join('+\n\t\t')}, 16)
	private := make([]byte, 128)
	_, err := rand.Read(private)
	check(err)
	return &srpClient{n, new(big.Int).SetBytes(private)}
}

// A leading zero byte where the first bit is set, as in two's complement.
func padded(number *big.Int) []byte {
	bytes := number.Bytes()
	if len(bytes) == 0 || bytes[0] > 127 {
		return append([]byte{0}, bytes...)
	}
	return bytes
}

func digest(parts ...[]byte) []byte {
	hash := sha256.New()
	for _, part := range parts {
		hash.Write(part)
	}
	return hash.Sum(nil)
}

func keyed(key []byte, parts ...[]byte) []byte {
	mac := hmac.New(sha256.New, key)
	for _, part := range parts {
		mac.Write(part)
	}
	return mac.Sum(nil)
}

func hexadecimal(text string) *big.Int {
	number, ok := new(big.Int).SetString(text, 16)
	if !ok {
		log.Fatal("A number of the challenge is not hexadecimal.")
	}
	return number
}

func (srp *srpClient) publicA() string {
	return new(big.Int).Exp(big.NewInt(2), srp.private, srp.n).Text(16)
}

type srpProof struct{ signature, timestamp string }

func (srp *srpClient) proof(parameters map[string]string) srpProof {
	number := func(bytes []byte) *big.Int { return new(big.Int).SetBytes(bytes) }
	name := strings.SplitN(poolID, "_", 2)[1] + parameters["USER_ID_FOR_SRP"]
	a, b := hexadecimal(srp.publicA()), hexadecimal(parameters["SRP_B"])
	u := number(digest(padded(a), padded(b)))
	inner := digest([]byte(name + ":" + env("COGNITO_PASSWORD")))
	x := number(digest(padded(hexadecimal(parameters["SALT"])), inner))
	k := number(digest(padded(srp.n), []byte{2}))
	base := new(big.Int).Sub(b, new(big.Int).Mul(k, new(big.Int).Exp(big.NewInt(2), x, srp.n)))
	exponent := new(big.Int).Add(srp.private, new(big.Int).Mul(u, x))
	s := new(big.Int).Exp(base.Mod(base, srp.n), exponent, srp.n)
	key := keyed(keyed(padded(u), padded(s)), []byte("Caldera Derived Key\\x01"))[:16]
	secretBlock, err := base64.StdEncoding.DecodeString(parameters["SECRET_BLOCK"])
	check(err)
	timestamp := time.Now().UTC().Format("Mon Jan 2 15:04:05 UTC 2006")
	signature := keyed(key, []byte(name), secretBlock, []byte(timestamp))
	return srpProof{base64.StdEncoding.EncodeToString(signature), timestamp}
}`

const prompted = `
var input = bufio.NewReader(os.Stdin)

func prompted(name, member string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	fmt.Fprintf(os.Stderr, "%s: ", member)
	line, err := input.ReadString('\\n')
	if line == "" {
		check(err)
	}
	return strings.TrimSpace(line)
}`
