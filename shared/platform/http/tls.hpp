#pragma once

#include <string>

struct ssl_ctx_st;

namespace onereturn::http {

// Sets our terms on an OpenSSL server context: TLS 1.2 and 1.3, ECDHE with AES-GCM or ChaCha20,
// X25519, P-256 and P-384, the client's order of preference, no renegotiation, no compression,
// sessions that can be resumed, http/1.1 by ALPN. Throws std::runtime_error when the certificate
// and key cannot be used together.
void configure_tls(ssl_ctx_st* context, const std::string& certificate_file,
                   const std::string& key_file);

}  // namespace onereturn::http
