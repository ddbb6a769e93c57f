// The terms of TLS: versions, ciphers, order, renegotiation, compression, resumption.

#include <fstream>

#include <gtest/gtest.h>

#include "functional/framing/demo_server.hpp"
#include "functional/framing/tls_client.hpp"

namespace onereturn::framing {
namespace {

const std::string hello = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

bool connects(DemoServer& server, const TlsOptions& options) {
  return TlsClient{server.port(), options}.connected();
}

TEST(TlsTerms, are_version_1_2_or_1_3_and_nothing_older) {
  DemoServer server;
  EXPECT_TRUE(connects(server, {.version_min = TLS1_3_VERSION}));
  EXPECT_TRUE(connects(server, {.version_max = TLS1_2_VERSION}));
  EXPECT_FALSE(connects(server, {.version_min = TLS1_1_VERSION, .version_max = TLS1_1_VERSION}));
  EXPECT_FALSE(connects(server, {.version_min = TLS1_VERSION, .version_max = TLS1_VERSION}));
}

TEST(TlsTerms, are_ciphers_that_keep_secrets_when_a_key_is_lost) {
  DemoServer server;
  const auto tls12 = [&](const char* cipher) {
    return connects(server, {.version_max = TLS1_2_VERSION, .tls12_ciphers = cipher});
  };
  EXPECT_TRUE(tls12("ECDHE-ECDSA-AES128-GCM-SHA256"));
  EXPECT_TRUE(tls12("ECDHE-ECDSA-AES256-GCM-SHA384"));
  EXPECT_TRUE(tls12("ECDHE-ECDSA-CHACHA20-POLY1305"));
  EXPECT_FALSE(tls12("ECDHE-ECDSA-AES128-SHA"));
  EXPECT_FALSE(tls12("ECDHE-ECDSA-AES256-SHA384"));
  EXPECT_FALSE(tls12("AES128-GCM-SHA256"));
  EXPECT_FALSE(tls12("aNULL"));
}

TEST(TlsTerms, leave_the_order_to_the_client) {
  DemoServer server;
  for (const std::string first :
       {"ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-ECDSA-AES128-GCM-SHA256"}) {
    TlsClient client{
        server.port(),
        {.version_max = TLS1_2_VERSION, .tls12_ciphers = first + ":ECDHE-ECDSA-AES256-GCM-SHA384"}};
    ASSERT_TRUE(client.connected());
    EXPECT_EQ(SSL_CIPHER_get_name(SSL_get_current_cipher(client.ssl())), first);
  }
}

TEST(TlsTerms, refuse_renegotiation_and_compression) {
  DemoServer server;
  TlsClient client{server.port(), {.version_max = TLS1_2_VERSION}};
  ASSERT_TRUE(client.connected());
  EXPECT_EQ(SSL_get_current_compression(client.ssl()), nullptr);
  SSL_renegotiate(client.ssl());
  EXPECT_NE(SSL_do_handshake(client.ssl()), 1);
}

TEST(TlsTerms, let_a_client_resume) {
  DemoServer server;
  SSL_SESSION* session = nullptr;
  {
    TlsClient client{server.port(), {.version_max = TLS1_2_VERSION}};
    client.send(hello);
    ASSERT_EQ(client.read_answer().status, 200);
    EXPECT_EQ(SSL_session_reused(client.ssl()), 0);
    session = SSL_get1_session(client.ssl());
    // The library forgets the session of a connection that was not ended properly.
    SSL_shutdown(client.ssl());
  }
  TlsClient again{server.port(), {.version_max = TLS1_2_VERSION, .resume = session}};
  EXPECT_TRUE(again.connected());
  EXPECT_EQ(SSL_session_reused(again.ssl()), 1);
  SSL_SESSION_free(session);
}

TEST(TlsTerms, do_not_include_plain_http) {
  DemoServer server;
  const auto client = TlsClient::without_handshake(server.port());
  client->send_plain(hello);
  EXPECT_EQ(client->read_answer().status, 0);
  EXPECT_TRUE(client->sees_close());
  EXPECT_EQ(server.server.counters().handler_exceptions_total, 0U);
}

TEST(TlsTerms, need_a_certificate_with_its_own_key) {
  DemoApp app;
  http::ServerSettings settings = quick_settings();
  settings.certificate_file = "/nowhere/server.pem";
  EXPECT_THROW((http::Server{settings, app}), std::runtime_error);
  settings = quick_settings();
  settings.key_file = settings.certificate_file;
  EXPECT_THROW((http::Server{settings, app}), std::runtime_error);
}

}  // namespace
}  // namespace onereturn::framing
