#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "platform/config/reader.hpp"

namespace onereturn::config {

// Where business time comes from: the computer, or a day of its own that runs on or stands still.
struct ClockSetting {
  std::optional<Instant> at;  // ONERETURN_CLOCK; nothing: the computer's clock
  bool runs = false;          // ONERETURN_CLOCK_MODE: "running" goes on from there, else "frozen"

  Clock clock() const;
};

// Where a program shows its figures and how it stands, to whoever watches it. Never on the public
// port. Without an address nowhere.
struct WatchSettings {
  std::string address;     // ONERETURN_METRICS_ADDRESS; "" shows nothing
  std::uint16_t port = 0;  // ONERETURN_METRICS_PORT, 0: a free one
  std::string port_file;   // ONERETURN_METRICS_PORT_FILE: the port is written there
};

// Everything that the gateway is told, from ONERETURN_*.
struct Settings {
  // HTTPS
  std::string listen_address;      // ONERETURN_LISTEN_ADDRESS
  std::uint16_t listen_port = 0;   // ONERETURN_LISTEN_PORT, 0: a free one
  std::string port_file;           // ONERETURN_PORT_FILE: the port is written there once it listens
  std::vector<std::string> hosts;  // ONERETURN_HOSTS: the names it answers to, without port
  std::string public_origin;       // ONERETURN_PUBLIC_ORIGIN: "https://localhost:8443"; "" when the
                                   // port is not known beforehand: https, first host, bound port
  std::string tls_certificate;     // ONERETURN_TLS_CERTIFICATE
  std::string tls_key;             // ONERETURN_TLS_KEY
  std::size_t io_threads = 2;      // ONERETURN_IO_THREADS
  std::size_t work_threads = 8;    // ONERETURN_WORK_THREADS
  std::size_t queue_max = 256;     // ONERETURN_QUEUE_MAX
  std::size_t connections_max = 2000;             // ONERETURN_CONNECTIONS_MAX
  std::size_t connections_per_address_max = 200;  // ONERETURN_CONNECTIONS_PER_ADDRESS_MAX
  std::chrono::seconds drain{20};                 // ONERETURN_DRAIN_SECONDS
  std::chrono::seconds drain_notice{2};           // ONERETURN_DRAIN_NOTICE_SECONDS
  // Stores
  std::string database;                       // ONERETURN_DATABASE: the login gateway
  std::string auth_database;                  // ONERETURN_AUTH_DATABASE: the login auth
  std::size_t database_connections = 8;       // ONERETURN_DATABASE_CONNECTIONS
  std::size_t auth_database_connections = 2;  // ONERETURN_AUTH_DATABASE_CONNECTIONS
  bool database_lent = false;                 // ONERETURN_DATABASE_POOLER=transaction
  std::string redis;            // ONERETURN_REDIS: a socket's path or host:port; "" none
  std::string evidence_folder;  // ONERETURN_EVIDENCE: where files of evidence stand; "" takes none
  // What is shown
  std::string templates_folder;  // ONERETURN_TEMPLATES
  std::string assets_folder;     // ONERETURN_ASSETS
  ClockSetting clock;
  std::chrono::minutes session_lifetime{12 * 60};  // ONERETURN_SESSION_MINUTES
  std::vector<std::string> secret_keys;            // see read_secret_keys
  std::vector<std::string> denied_passwords;  // ONERETURN_DENIED_PASSWORDS: files, one word a line
  WatchSettings watch;
};

// The mail server, as the worker is told of it. Without a host no mail is sent: mails wait.
struct MailSettings {
  std::string host;          // ONERETURN_SMTP_HOST
  std::uint16_t port = 587;  // ONERETURN_SMTP_PORT; STARTTLS is always demanded
  std::string user;          // ONERETURN_SMTP_USER
  std::string password;      // ONERETURN_SMTP_PASSWORD
  std::string ca_file;       // ONERETURN_SMTP_CA: whose certificates are trusted; "" the system's
  std::string from;          // ONERETURN_SMTP_FROM
  std::string helo;          // ONERETURN_SMTP_HELO: the name we give ourselves
  std::string origin;        // ONERETURN_PUBLIC_ORIGIN: where the links in mails lead
};

// What the programs that make papers may take, and where they work (decision 0058).
struct PaperSettings {
  std::string folder;              // ONERETURN_PAPER_FOLDER: of the jobs; "" the system's for such
  std::chrono::seconds time{120};  // ONERETURN_PAPER_SECONDS: that each program gets
  std::uint64_t megabytes = 4096;  // ONERETURN_PAPER_MEGABYTES: of addresses that each program gets
  bool open_room_allowed = false;  // ONERETURN_PAPER_ROOM=open: where no closed room can be had
};

// Everything that the worker is told.
struct WorkerSettings {
  std::string database;                  // ONERETURN_DATABASE: the login worker
  std::size_t database_connections = 4;  // ONERETURN_DATABASE_CONNECTIONS
  bool database_lent = false;            // ONERETURN_DATABASE_POOLER=transaction
  std::size_t threads = 4;               // ONERETURN_WORKER_THREADS
  std::string redis;                     // ONERETURN_REDIS
  std::string name;                      // ONERETURN_WORKER_NAME: tells workers apart
  std::chrono::milliseconds sweep{
      2000};                       // ONERETURN_SWEEP_MS: how often forgotten jobs are looked for
  std::chrono::seconds lease{60};  // ONERETURN_LEASE_SECONDS
  std::chrono::seconds drain{20};  // ONERETURN_DRAIN_SECONDS
  ClockSetting clock;
  MailSettings mail;
  std::string evidence_folder;      // ONERETURN_EVIDENCE, the same as the gateway's
  std::string anchors_folder;       // ONERETURN_ANCHORS: where heads of trails go; "" keeps none
  std::chrono::seconds seal{3};     // ONERETURN_SEAL_SECONDS: after which new entries are sealed
  std::chrono::seconds anchor{60};  // ONERETURN_ANCHOR_SECONDS: between two anchors
  std::string scanner;  // ONERETURN_CLAMD: the socket of clamd; "" leaves files unchecked
  PaperSettings paper;
  WatchSettings watch;
};

// The keys that seal secrets in the database, 32 bytes each: ONERETURN_SECRETS_KEY, which seals,
// and those before it that still open what they sealed, ONERETURN_SECRETS_KEYS_BEFORE. Complains of
// what is missing, short, or no key that anybody drew.
std::vector<std::string> read_secret_keys(Reader& reader);

// Read once, in main. The reader then holds the complaints and the text for --check-config.
Settings read_settings(Reader& reader);
WorkerSettings read_worker_settings(Reader& reader);

}  // namespace onereturn::config
