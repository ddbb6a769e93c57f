#include "platform/http/tls.hpp"

#include <array>
#include <stdexcept>
#include <string_view>

#include <openssl/err.h>
#include <openssl/ssl.h>

namespace onereturn::http {

namespace {

constexpr const char* tls12_ciphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
    "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";
constexpr const char* tls13_ciphers =
    "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
constexpr std::string_view session_context = "onereturn";
constexpr int session_cache_entries = 20'000;

void require(bool done, const char* what) {
  if (!done) {
    std::array<char, 256> reason{};
    ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
    throw std::runtime_error{std::string{"TLS: "} + what + ": " + reason.data()};
  }
}

int choose_protocol(SSL* /*ssl*/, const unsigned char** out, unsigned char* out_length,
                    const unsigned char* offered, unsigned int offered_length, void* /*arg*/) {
  static constexpr std::array<unsigned char, 9> ours{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
  unsigned char* chosen = nullptr;
  const int outcome =
      SSL_select_next_proto(&chosen, out_length, ours.data(), ours.size(), offered, offered_length);
  if (outcome != OPENSSL_NPN_NEGOTIATED) {
    return SSL_TLSEXT_ERR_NOACK;
  }
  *out = chosen;
  return SSL_TLSEXT_ERR_OK;
}

}  // namespace

void configure_tls(ssl_ctx_st* context, const std::string& certificate_file,
                   const std::string& key_file) {
  ERR_clear_error();
  require(SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1, "lowest version");
  require(SSL_CTX_set_max_proto_version(context, TLS1_3_VERSION) == 1, "highest version");
  require(SSL_CTX_set_cipher_list(context, tls12_ciphers) == 1, "ciphers of TLS 1.2");
  require(SSL_CTX_set_ciphersuites(context, tls13_ciphers) == 1, "ciphers of TLS 1.3");
  require(SSL_CTX_set1_groups_list(context, "X25519:P-256:P-384") == 1, "groups");
  SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  // All are strong, and the order is the fastest: but whoever likes ChaCha20 best has no AES in
  // hardware.
  SSL_CTX_set_options(context, SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
  // A buffer of an idle connection is given back: connections wait far longer than they talk.
  SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
  require(SSL_CTX_set_session_id_context(
              context, reinterpret_cast<const unsigned char*>(session_context.data()),
              static_cast<unsigned int>(session_context.size())) == 1,
          "session context");
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_SERVER);
  SSL_CTX_sess_set_cache_size(context, session_cache_entries);
  SSL_CTX_set_alpn_select_cb(context, choose_protocol, nullptr);
  require(SSL_CTX_use_certificate_chain_file(context, certificate_file.c_str()) == 1,
          "certificate");
  require(SSL_CTX_use_PrivateKey_file(context, key_file.c_str(), SSL_FILETYPE_PEM) == 1, "key");
  require(SSL_CTX_check_private_key(context) == 1, "certificate and key do not belong together");
}

}  // namespace onereturn::http
