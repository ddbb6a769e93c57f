#include <charconv>
#include <cstdlib>
#include <set>

#include "base/hex.hpp"
#include "domain/audit_log/verify_trail.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/postgres/database.hpp"
#include "platform/storage/anchors.hpp"
#include "tools/admin/command.hpp"

namespace onereturn::admin {
namespace {

using audit_log::VerifiedTrail;
using audit_log::VerifyAsked;

constexpr std::size_t faults_shown = 20;

std::string folder_of(const Arguments& arguments) {
  if (arguments.has("anchors")) return arguments.value("anchors");
  const char* told = std::getenv("ONERETURN_ANCHORS");
  return told == nullptr ? std::string{} : told;
}

Result<VerifyAsked> asked_by(const Arguments& arguments) {
  VerifyAsked asked;
  asked.with_anchors = !folder_of(arguments).empty();
  if (arguments.has("party")) asked.party = PartyId::parse(arguments.value("party"));
  int seconds = 900;
  const auto text = arguments.value("waiting-max");
  const auto* end = text.data() + text.size();
  const bool is_number =
      text.empty() || (std::from_chars(text.data(), end, seconds).ptr == end && seconds >= 0);
  if (!is_number || (arguments.has("party") && !asked.party)) {
    return Problem{.code = ProblemCode::invalid,
                   .key = "command-line",
                   .detail = "--party takes a party's id, --waiting-max a number of seconds."};
  }
  asked.waiting_max = std::chrono::seconds{seconds};
  return asked;
}

std::string line_of(const VerifiedTrail& found, bool with_anchors) {
  std::string line = found.sound() ? "sound   " : "UNSOUND ";
  line += found.party.text() + "  " + found.name + ": " + std::to_string(found.entries) +
          " entries, " + std::to_string(found.head.count) + " sealed, ";
  if (found.waiting > 0) line += std::to_string(found.waiting) + " waiting, ";
  if (found.erased > 0) line += std::to_string(found.erased) + " with personal data erased, ";
  line += "head " + (found.head.count > 0 ? to_hex(found.head.hash) : std::string("none"));
  line += with_anchors ? ", anchored " + std::to_string(found.anchored) : ", anchors not read";
  return line + "\n";
}

void add_faults(const VerifiedTrail& found, Problem& problem) {
  const auto count = std::min(found.faults.size(), faults_shown);
  for (std::size_t at = 0; at < count; ++at) {
    problem.fields.push_back({found.name, found.faults[at]});
  }
  if (found.faults.size() > count) {
    problem.fields.push_back(
        {found.name, "and " + std::to_string(found.faults.size() - count) + " more."});
  }
}

struct Verified {
  std::vector<VerifiedTrail> trails;
  std::vector<std::string> anchor_faults;
  std::int64_t anchors = 0;
};

// What the database says of anchors is read before the anchors are: those of this very moment do
// no harm. Parties that only an anchor knows are looked for as well.
Verified verify_all(postgres::BackupTx& tx, const VerifyAsked& asked, const std::string& folder) {
  auto noted = audit_log::noted_trails(tx, asked);
  audit_log::AnchorReader anchors(crypto::sha256);
  if (asked.with_anchors) {
    storage::open_anchor_folder(folder)->read([&](std::string_view line) { anchors.read(line); });
  }
  std::set<PartyId> known;
  for (const auto& each : noted) {
    known.insert(each.party);
  }
  for (const auto& placed : anchors.heads()) {
    const auto& party = placed.said.party;
    if (known.insert(party).second && (!asked.party || *asked.party == party)) {
      noted.push_back({.party = party, .name = party.text()});
    }
  }
  Verified verified{{}, anchors.faults(), anchors.lines()};
  for (const auto& each : noted) {
    verified.trails.push_back(audit_log::verify_trail(tx, each, asked, anchors, crypto::sha256));
  }
  return verified;
}

Result<std::string> report_of(const Verified& verified, const VerifyAsked& asked) {
  Problem problem{.code = ProblemCode::conflict, .key = "trail-unsound", .detail = ""};
  std::string lines;
  for (const auto& fault : verified.anchor_faults) {
    problem.fields.push_back({"anchors", fault});
  }
  for (const auto& found : verified.trails) {
    lines += line_of(found, asked.with_anchors);
    add_faults(found, problem);
  }
  lines += std::to_string(verified.trails.size()) + " trails, " +
           (asked.with_anchors ? std::to_string(verified.anchors) + " anchors"
                               : std::string("not compared with anchors"));
  if (problem.fields.empty()) return lines;
  problem.detail = lines + "\nThe trail does not verify.";
  return problem;
}

}  // namespace

Result<std::string> verify_trails(const Arguments& arguments, const Surroundings& surroundings) {
  const auto asked = asked_by(arguments);
  if (!asked) return asked.problem();
  postgres::Database database({.connection = surroundings.as("backup"),
                               .connections_max = 1,
                               .statement_timeout = std::chrono::minutes{10}});
  try {
    const auto verified = database.as_backup([&](postgres::BackupTx& tx) -> Result<Verified> {
      return verify_all(tx, *asked, folder_of(arguments));
    });
    return report_of(*verified, *asked);
  } catch (const storage::StorageUnavailable& away) {
    return Problem{.code = ProblemCode::not_found, .key = "anchors-away", .detail = away.what()};
  }
}

}  // namespace onereturn::admin
