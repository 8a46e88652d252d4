#!/usr/bin/env bash
# A Go service signs Cognito's users in with the scope openid, and fails for all of them once email is asked for as well.
#
# Software: go-oidc 2.1.0 (Debian's golang-github-coreos-go-oidc-dev) with Go 1.19 (the pool's addresses are played here)
# Expected: UserInfo() returns what the userInfo endpoint of Cognito answers: email_verified is the text "true" there (it is a
#           boolean in the id token).
# Seen:     without email the user is returned. With it: "oidc: failed to decode userinfo: json: cannot unmarshal string into
#           Go struct field UserInfo.email_verified of type bool". The user is nil then, so that Claims() cannot be used
#           either. With a boolean the same answer is read.
#
# Needs Debian 12 or another system whose apt has this version, and Go. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod 755 "$folder"
apt-get download -qq golang-github-coreos-go-oidc-dev=2.1.0-2 golang-golang-x-oauth2-dev golang-gopkg-square-go-jose.v2-dev \
  golang-github-pquerna-cachecontrol-dev golang-golang-x-net-dev golang-golang-x-crypto-dev 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
mkdir check
cat > check/main.go <<'EOF'
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/coreos/go-oidc"
	"golang.org/x/oauth2"
)

func main() {
	var answer string
	mux := http.NewServeMux()
	pool := httptest.NewServer(mux)
	defer pool.Close()
	mux.HandleFunc("/pool/.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"issuer":"%[1]s/pool","authorization_endpoint":"%[1]s/oauth2/authorize",`+
			`"token_endpoint":"%[1]s/oauth2/token","userinfo_endpoint":"%[1]s/oauth2/userInfo",`+
			`"jwks_uri":"%[1]s/pool/.well-known/jwks.json"}`, pool.URL)
	})
	mux.HandleFunc("/oauth2/userInfo", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json;charset=UTF-8")
		fmt.Fprint(w, answer)
	})
	provider, err := oidc.NewProvider(context.Background(), pool.URL+"/pool")
	if err != nil {
		panic(err)
	}
	read := func(body string) string {
		answer = body
		user, err := provider.UserInfo(context.Background(), oauth2.StaticTokenSource(&oauth2.Token{AccessToken: "access"}))
		if err != nil {
			return fmt.Sprintf("user %v, %v", user, err)
		}
		return fmt.Sprintf("user %s, %s, verified %v", user.Subject, user.Email, user.EmailVerified)
	}
	cases := [][3]string{
		{"openid", `{"sub":"a","username":"ann"}`, "user a, , verified false"},
		{"openid email", `{"sub":"a","email_verified":"true","email":"ann@example.com","username":"ann"}`,
			"user <nil>, oidc: failed to decode userinfo: json: cannot unmarshal string into Go struct field UserInfo.email_verified of type bool"},
		{"a boolean", `{"sub":"a","email_verified":true,"email":"ann@example.com","username":"ann"}`,
			"user a, ann@example.com, verified true"},
	}
	same := true
	for _, one := range cases {
		seen := read(one[1])
		fmt.Printf("%s: %s\n", one[0], seen)
		same = same && seen == one[2]
	}
	if !same {
		fmt.Println("changed")
		os.Exit(1)
	}
	fmt.Println("as described")
}
EOF
cd check
GO111MODULE=off GOPATH="$folder/root/usr/share/gocode" GOCACHE="$folder/cache" go run main.go
