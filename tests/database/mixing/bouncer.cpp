#include "database/mixing/bouncer.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <pwd.h>
#include <unistd.h>

#include "support/database.hpp"

namespace onereturn::testing {
namespace {

namespace fs = std::filesystem;

// It refuses to run as root, and the cluster's sockets are its own user's.
bool is_root() { return ::geteuid() == 0; }

void give_to_database_user(const fs::path& path) {
  if (!is_root()) return;
  const auto* user = ::getpwnam("postgres");
  if (user == nullptr || ::chown(path.c_str(), user->pw_uid, user->pw_gid) != 0) {
    throw std::runtime_error("the folder of pgbouncer cannot be given to its user");
  }
}

std::string settings_of(const std::string& folder) {
  return "[databases]\n* = host=" + TestDatabase::instance().sockets() +
         "\n[pgbouncer]\nlisten_addr =\nunix_socket_dir = " + folder +
         "\nauth_type = trust\nauth_file = " + folder + "/users\n" +
         "pool_mode = transaction\ndefault_pool_size = 8\nmax_client_conn = 100\n"
         "server_reset_query = DISCARD ALL\nserver_reset_query_always = 1\n"
         "server_login_retry = 1\nlog_connections = 0\nlog_disconnections = 0\n";
}

}  // namespace

Bouncer::Bouncer() : folder_{make_folder()} {
  std::ofstream{fs::path(folder_) / "settings.ini"} << settings_of(folder_);
  std::ofstream{fs::path(folder_) / "users"} << "\"gateway\" \"\"\n";
  for (const auto& path :
       {fs::path(folder_), fs::path(folder_) / "settings.ini", fs::path(folder_) / "users"})
    give_to_database_user(path);
  std::vector<std::string> command{"/usr/sbin/pgbouncer", folder_ + "/settings.ini"};
  if (is_root()) {
    command.insert(command.begin(),
                   {"/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"});
  }
  process_ = std::make_unique<Process>(command, std::map<std::string, std::string>{});
  const auto answers = [&] {
    try {
      pqxx::connection probe(settings());
      return true;
    } catch (const pqxx::failure&) {
      return false;
    }
  };
  if (!eventually(answers, std::chrono::seconds{20})) {
    throw std::runtime_error("pgbouncer did not start: " + process_->output());
  }
}

Bouncer::~Bouncer() {
  process_.reset();
  fs::remove_all(folder_);
}

std::string Bouncer::settings() const {
  return "host=" + folder_ + " port=6432 user=gateway dbname=" + TestDatabase::instance().name();
}

}  // namespace onereturn::testing
