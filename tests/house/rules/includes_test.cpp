// Who may include whom: the table in docs/ARCHITECTURE.md, which the compiler cannot check.

#include <algorithm>
#include <map>
#include <regex>

#include <gtest/gtest.h>

#include "source_tree.hpp"

namespace onereturn::house {
namespace {

const std::vector<std::string> module_order = {
    "audit_log", "tenancy", "identity",  "agency_register", "frameworks",   "mapping",
    "evidence",  "returns", "questions", "actions",         "fan_out",      "evaluation",
    "reviews",   "sharing", "documents", "reporting",       "notifications"};

// Each outside library has owner folders; nobody else may include it.
const std::map<std::string, std::vector<std::string>> library_owners = {
    {"pqxx/", {"shared/platform/postgres/", "tests/database/", "tests/support/", "tools/bench/"}},
    {"libpq-fe.h",
     {"shared/platform/postgres/", "tests/database/", "tests/support/", "tools/bench/"}},
    {"hiredis/", {"shared/platform/redis/", "tests/"}},
    {"boost/", {"shared/platform/http/"}},
    {"kainjow/", {"shared/platform/html/"}},
    {"nlohmann/", {"shared/platform/json/", "tests/"}},
    {"valijson/", {"shared/platform/json/"}},
    {"sodium", {"shared/platform/crypto/"}},
    {"qrencode", {"shared/platform/qr/"}},
    {"prometheus/", {"shared/platform/metrics/"}},
    {"openssl/",
     {"shared/platform/crypto/", "shared/platform/http/", "tests/", "tools/bench/", "tools/load/"}},
    {"curl/", {"shared/platform/mail/"}},
    {"liboath/", {"shared/platform/otp/"}},
    {"magic.h", {"shared/platform/file_type/"}},
    {"libical/", {"shared/platform/calendar/"}},
    {"archive", {"shared/platform/archive/"}},
    {"utf8proc", {"shared/base/composition"}},
};

struct Include {
  const SourceFile* file;
  std::size_t line;
  std::string target;
};

std::vector<Include> includes() {
  static const std::regex pattern(R"(^\s*#include\s+["<]([^">]+)[">])");
  std::vector<Include> found;
  for (const auto& file : source_tree()) {
    if (!file.is_cpp()) {
      continue;
    }
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::smatch match;
      if (std::regex_search(file.lines[i], match, pattern)) {
        found.push_back({&file, i + 1, match[1]});
      }
    }
  }
  return found;
}

std::string module_of(const std::string& path) {
  const std::string folder = "domain/";
  const auto at = path.find(folder);
  if (at == std::string::npos) {
    return {};
  }
  const auto from = at + folder.size();
  return path.substr(from, path.find('/', from) - from);
}

std::ptrdiff_t rank(const std::string& module) {
  return std::find(module_order.begin(), module_order.end(), module) - module_order.begin();
}

bool is_store(const std::string& path) { return path.find("_store.") != std::string::npos; }
bool is_format(const std::string& path) { return path.find("_format.") != std::string::npos; }

// What a file under shared/domain may include of the platform.
bool domain_may_use(const std::string& path, const std::string& target) {
  if (target.starts_with("platform/json/")) {
    return is_format(path) || is_store(path);
  }
  if (target == "platform/postgres/transaction.hpp") {
    return path.find("_rules.") == std::string::npos;
  }
  // Use cases that own a whole transaction (sign-in, deliver) take the Database itself.
  return target.starts_with("platform/postgres/") &&
         (is_store(path) || path.find("_rules.") == std::string::npos);
}

TEST(Includes, keep_modules_in_their_order) {
  std::vector<std::string> complaints;
  for (const auto& include : includes()) {
    const auto from = include.file->under("shared/domain/") ? module_of(include.file->path) : "";
    const auto to = include.target.starts_with("domain/") ? module_of(include.target) : "";
    if (from.empty() || to.empty()) {
      continue;
    }
    if (rank(from) == std::ssize(module_order) || rank(to) > rank(from)) {
      complaints.push_back(place(*include.file, include.line, from + " includes " + to));
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

TEST(Includes, keep_each_room_to_what_it_may_use) {
  std::vector<std::string> complaints;
  for (const auto& include : includes()) {
    const auto& path = include.file->path;
    const auto& target = include.target;
    const bool outward = target.starts_with("gateway/") || target.starts_with("worker/");
    const bool upward = outward || target.starts_with("domain/");
    const bool platform = target.starts_with("platform/");
    bool wrong = false;
    if (path.starts_with("shared/base/")) {
      wrong = upward || platform;
    } else if (path.starts_with("shared/platform/")) {
      wrong = upward;
    } else if (path.starts_with("shared/domain/")) {
      wrong = outward || (platform && !domain_may_use(path, target));
    }
    if (wrong) {
      complaints.push_back(place(*include.file, include.line, "may not include " + target));
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

TEST(Includes, leave_each_library_to_its_owner) {
  std::vector<std::string> complaints;
  for (const auto& include : includes()) {
    for (const auto& [library, owners] : library_owners) {
      if (!include.target.starts_with(library)) {
        continue;
      }
      const bool owned = std::any_of(owners.begin(), owners.end(),
                                     [&](const auto& owner) { return include.file->under(owner); });
      if (!owned) {
        complaints.push_back(place(*include.file, include.line, "may not use " + library));
      }
    }
  }
  EXPECT_TRUE(complaints.empty()) << joined(complaints);
}

TEST(Includes, see_the_whole_tree) { EXPECT_GT(includes().size(), 100U); }

}  // namespace
}  // namespace onereturn::house
