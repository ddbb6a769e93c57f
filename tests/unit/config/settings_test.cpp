#include "platform/config/settings.hpp"

#include <fstream>
#include <map>
#include <string>

#include <gtest/gtest.h>

namespace onereturn::config {
namespace {

using Table = std::map<std::string, std::string>;

Lookup from(Table table) {
  return [table = std::move(table)](const std::string& name) -> std::optional<std::string> {
    const auto found = table.find(name);
    return found == table.end() ? std::nullopt : std::optional{found->second};
  };
}

// 32 bytes that somebody could have drawn.
const std::string key = "00112233445566778899aabbccddeeffFFEEDDCCBBAA99887766554433221100";

Table enough() {
  return {{"ONERETURN_DATABASE", "host=/s dbname=o user=gateway password=hush"},
          {"ONERETURN_AUTH_DATABASE", "postgresql://auth:hush@db/o"},
          {"ONERETURN_TLS_CERTIFICATE", "/t/c.pem"},
          {"ONERETURN_TLS_KEY", "/t/k.pem"},
          {"ONERETURN_TEMPLATES", "/t"},
          {"ONERETURN_ASSETS", "/a"},
          {"ONERETURN_SECRETS_KEY", key}};
}

TEST(Settings, have_defaults_for_all_but_seven) {
  Reader reader{from(enough())};
  const Settings settings = read_settings(reader);
  EXPECT_TRUE(reader.complaints().empty());
  EXPECT_EQ(settings.listen_port, 8443);
  EXPECT_EQ(settings.hosts, std::vector<std::string>{"localhost"});
  EXPECT_FALSE(settings.clock.at);

  Reader empty{from({})};
  read_settings(empty);
  EXPECT_EQ(empty.complaints().size(), 7U);
}

TEST(Settings, name_every_mistake_at_once) {
  Table table = enough();
  table["ONERETURN_LISTEN_PORT"] = "70000";
  table["ONERETURN_WORK_THREADS"] = "many";
  table["ONERETURN_CLOCK"] = "yesterday";
  table["ONERETURN_CLOCK_MODE"] = "sideways";
  table["ONERETURN_PUBLIC_ORIGIN"] = "http://localhost";
  table["ONERETURN_HOSTS"] = " , ";
  table["ONERETURN_REDIS"] = "a\nb";
  Reader reader{from(table)};
  read_settings(reader);
  EXPECT_EQ(reader.complaints().size(), 7U);
}

TEST(Settings, are_printed_without_secrets) {
  Reader reader{from(enough())};
  read_settings(reader);
  EXPECT_EQ(reader.printed().find("hush"), std::string::npos);
  EXPECT_NE(reader.printed().find("ONERETURN_DATABASE=host=/s dbname=o user=gateway password=***"),
            std::string::npos);
  EXPECT_NE(reader.printed().find("postgresql://auth:***@db/o"), std::string::npos);
}

TEST(Settings, set_business_time) {
  Table table = enough();
  table["ONERETURN_CLOCK"] = "2027-03-16T10:00:00Z";
  Reader reader{from(table)};
  const Clock frozen = read_settings(reader).clock.clock();
  EXPECT_EQ(to_iso(frozen()).substr(0, 19), "2027-03-16T10:00:00");
  EXPECT_EQ(frozen(), frozen());
  table["ONERETURN_CLOCK_MODE"] = "running";
  Reader again{from(table)};
  EXPECT_EQ(to_iso(read_settings(again).clock.clock()()).substr(0, 16), "2027-03-16T10:00");
}

// Reads NAME=value lines; commented defaults count as set.
Table example() {
  Table table;
  std::ifstream file{ONERETURN_SOURCE_DIR "/deploy/gateway.env"};
  for (std::string line; std::getline(file, line);) {
    line.erase(0, line.starts_with('#') ? 1 : 0);
    const auto equals = line.find('=');
    if (line.starts_with("ONERETURN_") && equals != std::string::npos) {
      table[line.substr(0, equals)] = line.substr(equals + 1);
    }
  }
  return table;
}

TEST(Settings, of_the_example_are_right_and_its_defaults_are_the_defaults) {
  Table table = example();
  ASSERT_GT(table.size(), 15U);
  EXPECT_EQ(table.at("ONERETURN_SECRETS_KEY"), "") << "a key that everybody knows seals nothing";
  table["ONERETURN_SECRETS_KEY"] = key;
  Reader reader{from(table)};
  read_settings(reader);
  EXPECT_TRUE(reader.complaints().empty());
  Reader defaults{from(enough())};
  read_settings(defaults);
  const std::string all = "\n" + defaults.printed();
  for (const auto& [name, value] : table) {
    EXPECT_NE(all.find("\n" + name + "="), std::string::npos) << name << " is no setting";
  }
  for (const char* name : {"ONERETURN_WORK_THREADS", "ONERETURN_QUEUE_MAX",
                           "ONERETURN_SESSION_MINUTES", "ONERETURN_CONNECTIONS_MAX"}) {
    EXPECT_NE(all.find("\n" + std::string{name} + "=" + table.at(name) + "\n"), std::string::npos);
  }
}

struct KeyCase {
  const char* what;
  std::string present;
  std::string before;
  std::size_t complaints;
  std::size_t keys;
};

TEST(SecretKeys, are_drawn_whole_or_refused_by_name) {
  const std::string other(64, 'a');
  const KeyCase cases[] = {
      {"one key", key, "", 0, 1},
      {"keys from before", key, key + " , " + key, 0, 3},
      {"none", "", "", 1, 0},
      {"too short", key.substr(2), "", 1, 0},
      {"too long", key + "00", "", 1, 0},
      {"no hexadecimal digits", "g" + key.substr(1), "", 1, 0},
      {"one byte over and over", other, "", 1, 0},
      {"a wrong one from before", key, "abc", 1, 1},
      {"both wrong", "abc", "abc,def", 3, 0},
  };
  for (const auto& one : cases) {
    Reader reader{from(
        {{"ONERETURN_SECRETS_KEY", one.present}, {"ONERETURN_SECRETS_KEYS_BEFORE", one.before}})};
    EXPECT_EQ(read_secret_keys(reader).size(), one.keys) << one.what;
    EXPECT_EQ(reader.complaints().size(), one.complaints) << one.what;
    if (!one.present.empty()) {
      EXPECT_EQ(reader.printed().find(one.present), std::string::npos) << one.what;
    }
    if (one.before.size() > 3) {
      EXPECT_EQ(reader.printed().find(key), std::string::npos) << one.what;
    }
  }
}

TEST(SecretKeys, say_in_words_how_to_get_one) {
  Reader reader{from({})};
  (void)read_secret_keys(reader);
  EXPECT_NE(reader.complaints().front().find("openssl rand -hex 32"), std::string::npos);
}

TEST(SecretKeys, are_bytes) {
  Reader reader{from({{"ONERETURN_SECRETS_KEY", key}})};
  const auto keys = read_secret_keys(reader);
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_EQ(keys.front().size(), 32U);
  EXPECT_EQ(keys.front().substr(0, 3), std::string("\0\x11\x22", 3));
}

TEST(WorkerSettings, need_only_a_database) {
  Reader reader{from({{"ONERETURN_DATABASE", "dbname=o"}})};
  const WorkerSettings settings = read_worker_settings(reader);
  EXPECT_TRUE(reader.complaints().empty());
  EXPECT_EQ(settings.sweep.count(), 2000);
  Reader empty{from({})};
  read_worker_settings(empty);
  EXPECT_EQ(empty.complaints(), std::vector<std::string>{"ONERETURN_DATABASE must be set"});
}

Table worker(Table more) {
  Table all = {{"ONERETURN_DATABASE", "host=/s dbname=o user=worker"}};
  all.merge(more);
  return all;
}

std::size_t complaints_about(const Table& table) {
  Reader reader{from(table)};
  read_worker_settings(reader);
  return reader.complaints().size();
}

TEST(MailSettings, are_not_needed_and_then_mails_wait) {
  Reader reader{from(worker({}))};
  EXPECT_TRUE(read_worker_settings(reader).mail.host.empty());
  EXPECT_TRUE(reader.complaints().empty());
}

TEST(MailSettings, are_whole_once_there_is_a_host) {
  const Table host = {{"ONERETURN_SMTP_HOST", "mail.example"}};
  EXPECT_EQ(complaints_about(worker(host)), 2U);
  Table whole = host;
  whole["ONERETURN_SMTP_FROM"] = "no-reply@onereturn.example";
  whole["ONERETURN_PUBLIC_ORIGIN"] = "https://onereturn.example";
  EXPECT_EQ(complaints_about(worker(whole)), 0U);
  whole["ONERETURN_SMTP_FROM"] = "no-reply@onereturn.example\tx";
  whole["ONERETURN_PUBLIC_ORIGIN"] = "https://onereturn.example/path";
  EXPECT_EQ(complaints_about(worker(whole)), 2U);
}

TEST(MailSettings, print_no_password) {
  Reader reader{from(worker({{"ONERETURN_SMTP_PASSWORD", "hush"}}))};
  read_worker_settings(reader);
  EXPECT_EQ(reader.printed().find("hush"), std::string::npos);
  EXPECT_NE(reader.printed().find("ONERETURN_SMTP_PASSWORD=***"), std::string::npos);
}

TEST(PoolerSettings, say_whether_connections_are_lent) {
  Reader without{from(worker({}))};
  EXPECT_FALSE(read_worker_settings(without).database_lent);
  Reader with{from(worker({{"ONERETURN_DATABASE_POOLER", "transaction"}}))};
  EXPECT_TRUE(read_worker_settings(with).database_lent);
  EXPECT_EQ(complaints_about(worker({{"ONERETURN_DATABASE_POOLER", "session"}})), 1U);
}

}  // namespace
}  // namespace onereturn::config
