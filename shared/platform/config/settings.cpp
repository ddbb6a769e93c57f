#include "platform/config/settings.hpp"

#include <algorithm>

#include "base/email.hpp"

namespace onereturn::config {

namespace {

std::size_t count(Reader& reader, const std::string& name, std::int64_t fallback,
                  std::int64_t most) {
  return static_cast<std::size_t>(reader.number(name, fallback, 1, most));
}

ClockSetting read_clock(Reader& reader) {
  ClockSetting setting;
  setting.at = reader.instant("ONERETURN_CLOCK");
  setting.runs =
      reader.one_of("ONERETURN_CLOCK_MODE", {"frozen", "running"}, "frozen") == "running";
  return setting;
}

void read_listener(Reader& reader, Settings& settings) {
  settings.listen_address = reader.text("ONERETURN_LISTEN_ADDRESS", "127.0.0.1");
  settings.listen_port =
      static_cast<std::uint16_t>(reader.number("ONERETURN_LISTEN_PORT", 8443, 0, 65535));
  settings.port_file = reader.text("ONERETURN_PORT_FILE", "");
  settings.hosts = reader.list("ONERETURN_HOSTS", "localhost");
  if (settings.hosts.empty()) {
    reader.complain("ONERETURN_HOSTS", "must name at least one host");
  }
  settings.public_origin = reader.text("ONERETURN_PUBLIC_ORIGIN", "");
  if (!settings.public_origin.empty() &&
      (!settings.public_origin.starts_with("https://") ||
       settings.public_origin.find('/', 8) != std::string::npos)) {
    reader.complain("ONERETURN_PUBLIC_ORIGIN", "must be https://name[:port] without a path");
  }
  settings.tls_certificate = reader.required("ONERETURN_TLS_CERTIFICATE");
  settings.tls_key = reader.required("ONERETURN_TLS_KEY");
  settings.io_threads = count(reader, "ONERETURN_IO_THREADS", 2, 64);
  settings.work_threads = count(reader, "ONERETURN_WORK_THREADS", 8, 256);
  settings.queue_max = count(reader, "ONERETURN_QUEUE_MAX", 256, 100'000);
  settings.connections_max = count(reader, "ONERETURN_CONNECTIONS_MAX", 2000, 1'000'000);
  settings.connections_per_address_max =
      count(reader, "ONERETURN_CONNECTIONS_PER_ADDRESS_MAX", 200, 1'000'000);
  settings.drain = std::chrono::seconds{reader.number("ONERETURN_DRAIN_SECONDS", 20, 0, 600)};
  settings.drain_notice =
      std::chrono::seconds{reader.number("ONERETURN_DRAIN_NOTICE_SECONDS", 2, 0, 600)};
}

WatchSettings read_watch(Reader& reader, std::int64_t usual_port) {
  WatchSettings watch;
  watch.address = reader.text("ONERETURN_METRICS_ADDRESS", "");
  watch.port =
      static_cast<std::uint16_t>(reader.number("ONERETURN_METRICS_PORT", usual_port, 0, 65535));
  watch.port_file = reader.text("ONERETURN_METRICS_PORT_FILE", "");
  return watch;
}

bool is_origin(const std::string& text) {
  return text.starts_with("https://") && text.find('/', 8) == std::string::npos;
}

MailSettings read_mail(Reader& reader) {
  MailSettings mail;
  mail.host = reader.text("ONERETURN_SMTP_HOST", "");
  mail.port = static_cast<std::uint16_t>(reader.number("ONERETURN_SMTP_PORT", 587, 1, 65535));
  mail.user = reader.text("ONERETURN_SMTP_USER", "");
  mail.password = reader.text("ONERETURN_SMTP_PASSWORD", "", Reader::Secret::yes);
  mail.ca_file = reader.text("ONERETURN_SMTP_CA", "");
  mail.from = reader.text("ONERETURN_SMTP_FROM", "");
  mail.helo = reader.text("ONERETURN_SMTP_HELO", "localhost");
  mail.origin = reader.text("ONERETURN_PUBLIC_ORIGIN", "");
  if (mail.host.empty()) {
    return mail;
  }
  if (!is_email(mail.from)) {
    reader.complain("ONERETURN_SMTP_FROM",
                    "must be an address of mail when ONERETURN_SMTP_HOST is set");
  }
  if (!is_origin(mail.origin)) {
    reader.complain("ONERETURN_PUBLIC_ORIGIN",
                    "must be https://name[:port] without a path, for the links in mails");
  }
  return mail;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// 64 hexadecimal digits as 32 bytes. Nothing for other text, or for one byte repeated.
std::optional<std::string> key_in(const std::string& text) {
  constexpr std::size_t digits = 64;
  if (text.size() != digits) return std::nullopt;
  std::string key;
  for (std::size_t at = 0; at < digits; at += 2) {
    const int high = digit_of(text[at]);
    const int low = digit_of(text[at + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    key += static_cast<char>(high * 16 + low);
  }
  if (std::all_of(key.begin(), key.end(), [&](char c) { return c == key.front(); })) {
    return std::nullopt;
  }
  return key;
}

bool read_pooler(Reader& reader) {
  return reader.one_of("ONERETURN_DATABASE_POOLER", {"none", "transaction"}, "none") != "none";
}

PaperSettings read_paper(Reader& reader) {
  PaperSettings paper;
  paper.folder = reader.text("ONERETURN_PAPER_FOLDER", "");
  paper.time = std::chrono::seconds{reader.number("ONERETURN_PAPER_SECONDS", 120, 5, 340)};
  paper.megabytes =
      static_cast<std::uint64_t>(reader.number("ONERETURN_PAPER_MEGABYTES", 4096, 512, 65'536));
  paper.open_room_allowed =
      reader.one_of("ONERETURN_PAPER_ROOM", {"closed", "open"}, "closed") == "open";
  return paper;
}

}  // namespace

std::vector<std::string> read_secret_keys(Reader& reader) {
  constexpr auto* present = "ONERETURN_SECRETS_KEY";
  constexpr auto* before = "ONERETURN_SECRETS_KEYS_BEFORE";
  std::vector<std::string> keys;
  if (auto key = key_in(reader.text(present, "", Reader::Secret::yes))) {
    keys.push_back(std::move(*key));
  } else {
    reader.complain(present,
                    "must be 64 hexadecimal digits, as `openssl rand -hex 32` draws them: it seals "
                    "the secrets of people's authenticator apps");
  }
  for (const auto& text : reader.list(before, "", Reader::Secret::yes)) {
    if (auto key = key_in(text)) {
      keys.push_back(std::move(*key));
    } else {
      reader.complain(before, "must be keys of 64 hexadecimal digits, with commas between them");
    }
  }
  return keys;
}

Clock ClockSetting::clock() const {
  if (!at) {
    return system_clock();
  }
  return runs ? shifted_clock(*at) : frozen_clock(*at);
}

Settings read_settings(Reader& reader) {
  Settings settings;
  read_listener(reader, settings);
  settings.database = reader.required("ONERETURN_DATABASE");
  settings.auth_database = reader.required("ONERETURN_AUTH_DATABASE");
  settings.database_connections = count(reader, "ONERETURN_DATABASE_CONNECTIONS", 8, 100);
  settings.auth_database_connections = count(reader, "ONERETURN_AUTH_DATABASE_CONNECTIONS", 2, 20);
  settings.database_lent = read_pooler(reader);
  settings.redis = reader.text("ONERETURN_REDIS", "");
  settings.evidence_folder = reader.text("ONERETURN_EVIDENCE", "");
  settings.templates_folder = reader.required("ONERETURN_TEMPLATES");
  settings.assets_folder = reader.required("ONERETURN_ASSETS");
  settings.clock = read_clock(reader);
  settings.session_lifetime =
      std::chrono::minutes{reader.number("ONERETURN_SESSION_MINUTES", 720, 5, 1440)};
  settings.secret_keys = read_secret_keys(reader);
  settings.denied_passwords = reader.list("ONERETURN_DENIED_PASSWORDS", "");
  settings.watch = read_watch(reader, 9464);
  return settings;
}

WorkerSettings read_worker_settings(Reader& reader) {
  WorkerSettings settings;
  settings.database = reader.required("ONERETURN_DATABASE");
  settings.database_connections = count(reader, "ONERETURN_DATABASE_CONNECTIONS", 4, 100);
  settings.database_lent = read_pooler(reader);
  settings.threads = count(reader, "ONERETURN_WORKER_THREADS", 4, 64);
  settings.redis = reader.text("ONERETURN_REDIS", "");
  settings.name = reader.text("ONERETURN_WORKER_NAME", "worker");
  settings.sweep = std::chrono::milliseconds{reader.number("ONERETURN_SWEEP_MS", 2000, 50, 60'000)};
  settings.lease = std::chrono::seconds{reader.number("ONERETURN_LEASE_SECONDS", 60, 5, 3600)};
  settings.drain = std::chrono::seconds{reader.number("ONERETURN_DRAIN_SECONDS", 20, 0, 600)};
  settings.evidence_folder = reader.text("ONERETURN_EVIDENCE", "");
  settings.anchors_folder = reader.text("ONERETURN_ANCHORS", "");
  settings.seal = std::chrono::seconds{reader.number("ONERETURN_SEAL_SECONDS", 3, 0, 3600)};
  settings.anchor = std::chrono::seconds{reader.number("ONERETURN_ANCHOR_SECONDS", 60, 0, 86'400)};
  settings.scanner = reader.text("ONERETURN_CLAMD", "");
  settings.clock = read_clock(reader);
  settings.mail = read_mail(reader);
  settings.paper = read_paper(reader);
  settings.watch = read_watch(reader, 9465);
  return settings;
}

}  // namespace onereturn::config
