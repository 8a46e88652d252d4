#!/usr/bin/env bash
# A Perl application that is given the OpenID configuration of the pool cannot open the login page; no name in it is wrong.
#
# Software: Mojolicious::Plugin::OAuth2 2.02 (Debian's libmojolicious-plugin-oauth2-perl) with Mojolicious 9.31 and Perl 5.36
#           (the pool's addresses are played here)
# Expected: with well_known_url the visitor is sent to /oauth2/authorize with response_type=code, which Cognito requires and
#           its OpenID configuration lists, as with the provider google of the same plugin. If the token endpoint refuses
#           the code, its reason is in the error.
# Seen:     the address has client_id, redirect_uri and scope alone: for providers with a well_known_url the parameter is
#           neither in the address nor added, and the documentation's example for them lacks it too. With
#           authorize_query => {response_type => 'code'} it is there. A refused code is "…/oauth2/token == Bad Request",
#           without "invalid_grant".
#
# Needs Debian 12 or another system whose apt has this version, and Perl. Ends with status 1 when the software behaves otherwise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
chmod 755 "$folder"
apt-get download -qq libmojolicious-plugin-oauth2-perl=2.02-1 libmojolicious-perl libmojo-jwt-perl libcrypt-openssl-rsa-perl \
  libcrypt-openssl-bignum-perl 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
find root -xtype l -delete
cat > check.pl <<'EOF'
use Mojolicious::Lite -signatures;
use Mojo::IOLoop;
use Mojo::JSON qw(encode_json);
use Mojo::Server::Daemon;
use Mojo::UserAgent;

my $cognito = 'https://example.auth.eu-west-1.amazoncognito.com';
my $pool    = Mojolicious->new;
$pool->log->level('fatal');
my $base;
$pool->routes->get('/pool/.well-known/openid-configuration' => sub ($c) {
  $c->render(json => {
    issuer => "$base/pool", authorization_endpoint => "$cognito/oauth2/authorize", token_endpoint => "$base/oauth2/token",
    userinfo_endpoint => "$base/oauth2/userInfo", jwks_uri => "$base/pool/.well-known/jwks.json",
    response_types_supported => ['code', 'token'],
  });
});
$pool->routes->get('/pool/.well-known/jwks.json' => sub ($c) { $c->render(json => {keys => []}) });
$pool->routes->post('/oauth2/token' => sub ($c) { $c->render(json => {error => 'invalid_grant'}, status => 400) });
my $daemon = Mojo::Server::Daemon->new(app => $pool, listen => ['http://127.0.0.1'], silent => 1)->start;
$base = 'http://127.0.0.1:' . $daemon->ports->[0];

app->log->level('fatal');
plugin OAuth2 => {
  cognito => {key => 'exampleclientid', secret => 'secret', well_known_url => "$base/pool/.well-known/openid-configuration"},
  google  => {key => 'exampleclientid', secret => 'secret', scope => 'openid'},
};
get '/:provider' => sub ($c) {
  my %query = $c->param('more') ? (authorize_query => {response_type => 'code'}) : ();
  $c->oauth2->get_token_p($c->param('provider'), {redirect_uri => 'https://app.example/back', %query})
    ->then(sub ($tokens) { $c->render(json => $tokens) if $tokens })
    ->catch(sub ($error) { $c->render(text => $error =~ s/\Q$base\E//r) });
};

my $ua = Mojo::UserAgent->new(max_redirects => 0, ioloop => Mojo::IOLoop->singleton);
$ua->server->app(app);
my $visit = sub ($path) {
  my $result   = $ua->get($path)->result;
  my $location = $result->headers->location // return $result->body;
  my $url      = Mojo::URL->new($location);
  return join ' ', $url->host, 'response_type', $url->query->param('response_type') // 'missing';
};
my $seen = {
  '1 cognito'         => $visit->('/cognito'),
  '2 authorize_query' => $visit->('/cognito?more=1'),
  '3 google'          => $visit->('/google'),
  '4 refused code'    => $visit->('/cognito?code=abc'),
};
my $known = {
  '1 cognito'         => 'example.auth.eu-west-1.amazoncognito.com response_type missing',
  '2 authorize_query' => 'example.auth.eu-west-1.amazoncognito.com response_type code',
  '3 google'          => 'accounts.google.com response_type code',
  '4 refused code'    => '/oauth2/token == Bad Request',
};
my $same = encode_json($seen) eq encode_json($known);
print $same ? "as described:\n" : "changed:\n";
print "$_: $seen->{$_}\n" for sort keys %$seen;
exit($same ? 0 : 1);
EOF
perl -Iroot/usr/share/perl5 -Iroot/usr/lib/x86_64-linux-gnu/perl5/5.36 check.pl
