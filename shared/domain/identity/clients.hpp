#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/ids.hpp"

// Programs that act for an agency: OAuth 2 client credentials, each limited to scopes.
namespace onereturn::identity {

inline constexpr std::string_view reads_questions = "questions:read";
inline constexpr std::string_view writes_answers = "answers:write";
inline constexpr std::string_view writes_evidence = "evidence:write";
inline constexpr std::string_view submits = "submit";
inline constexpr std::string_view reads_deliveries = "deliveries:read";

inline constexpr std::array<std::string_view, 5> all_scopes{
    reads_questions, writes_answers, writes_evidence, submits, reads_deliveries};

// In whose name a program may send copies, at this moment.
struct Consent {
  std::string name;
  std::string position;
  Instant given_at;
  Instant ends_at;
  bool is_mine = false;  // of the person who asks
};

struct Client {
  ClientId client;
  std::string name;
  std::vector<std::string> scopes;
  std::string issued_by;
  Instant issued_at;
  std::optional<Instant> revoked_at;
  std::optional<Instant> last_token_at;
  std::optional<Instant> old_secret_ends_at;  // an earlier secret that still works until then
  std::optional<Consent> consent;

  bool may(std::string_view scope) const;
};

// What an authoriser has put their name to, for a program that is about to send.
struct Authority {
  std::string program;
  std::string name;
  std::string position;
  std::string statement;
  Instant given_at;
};

}  // namespace onereturn::identity
