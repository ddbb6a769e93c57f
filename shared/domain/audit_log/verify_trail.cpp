#include "domain/audit_log/verify_trail.hpp"

#include <algorithm>
#include <map>

#include "domain/audit_log/chain_rules.hpp"
#include "domain/audit_log/seal_store.hpp"
#include "domain/audit_log/sql.hpp"

namespace onereturn::audit_log {
namespace {

constexpr int page = 2000;

using Placed = AnchorReader::Placed;
using ByLink = std::multimap<std::int64_t, Placed>;

std::string no(std::int64_t number) { return std::to_string(number); }

std::string span(const char* one, const char* more, std::int64_t from, std::int64_t to) {
  return from == to ? one + (" " + no(from)) : more + (" " + no(from)) + " to " + no(to);
}

// Walks one chain from its first link.
class Walk {
 public:
  Walk(VerifiedTrail& found, const ByLink& anchored, const Hash& hash)
      : found_(found), anchored_(anchored), hash_(hash) {}

  void take(const postgres::Row& row) {
    const auto number = row.integer("chain_no");
    const bool follows = number == found_.head.count + 1;
    if (!follows) {
      say(span("Link", "Links", found_.head.count + 1, number - 1) +
          (number - 1 == found_.head.count + 1 ? " is missing." : " are missing."));
    }
    const auto stored = row.bytes("hash");
    if (row.is_null("entry_no")) {
      say("Entry " + no(row.integer("sealed_no")) + " (link " + no(number) + ") was removed.");
    } else {
      look_at(entry_from(row), number, follows ? std::optional(stored) : std::nullopt);
    }
    // What comes after is judged by itself: it was chained behind what is stored here.
    found_.head = {number, stored};
    const auto [first, last] = anchored_.equal_range(number);
    for (auto at = first; at != last; ++at) {
      if (at->second.said.head.hash != stored) {
        say("Anchor " + no(at->second.anchor) + " says another head for link " + no(number) +
            ": the chain was written anew.");
      }
    }
  }

 private:
  void say(std::string sentence) { found_.faults.push_back(std::move(sentence)); }

  void look_at(const TrailEntry& entry, std::int64_t number,
               const std::optional<std::string>& stored) {
    if (stored && link(found_.head, entry, hash_).hash != *stored) {
      say("Entry " + no(entry.number) + " (link " + no(number) + ") is not what was sealed.");
    }
    switch (look_at_payload(entry, hash_)) {
      case Payload::changed:
        say("What stands beside entry " + no(entry.number) + " (link " + no(number) +
            ") is not what was written.");
        break;
      case Payload::erased:
        ++found_.erased;
        break;
      case Payload::none:
      case Payload::kept:
        break;
    }
  }

  VerifiedTrail& found_;
  const ByLink& anchored_;
  const Hash& hash_;
};

ByLink anchored_of(const AnchorReader& anchors, const PartyId& party, VerifiedTrail& found) {
  ByLink by_link;
  for (const auto& placed : anchors.heads()) {
    if (placed.said.party != party) continue;
    if (placed.said.head.count < found.anchored) {
      found.faults.push_back("Anchor " + no(placed.anchor) + " says " + no(placed.said.head.count) +
                             " links after an earlier one said " + no(found.anchored) + ".");
    }
    found.anchored = std::max(found.anchored, placed.said.head.count);
    by_link.emplace(placed.said.head.count, placed);
  }
  return by_link;
}

void look_at_the_end(const NotedTrail& noted, const VerifyAsked& asked, VerifiedTrail& found) {
  const auto count = found.head.count;
  if (found.anchored > count) {
    found.faults.push_back(span("Link", "Links", count + 1, found.anchored) +
                           " stood there when it was anchored: the end was cut off.");
  }
  if (noted.links > std::max(count, found.anchored)) {
    found.faults.push_back("The queue knows of " + no(noted.links) +
                           " links: the end was cut off.");
  }
  if (asked.with_anchors && noted.anchored > found.anchored) {
    found.faults.push_back(no(noted.anchored) + " links were anchored, and the anchors end at " +
                           no(found.anchored) + ": lines were taken out.");
  }
}

void look_at_what_waits(postgres::BackupTx& tx, const VerifyAsked& asked, VerifiedTrail& found) {
  std::int64_t late = 0;
  std::int64_t first_late = 0;
  for (const postgres::Row row : tx.run(sql::verified_unsealed, found.party)) {
    ++found.waiting;
    const auto number = row.integer("entry_no");
    if (!row.boolean("waits")) {
      found.faults.push_back("Entry " + no(number) + " is neither sealed nor waiting to be.");
    } else if (row.integer("seconds") > asked.waiting_max.count()) {
      if (late++ == 0) first_late = number;
    }
  }
  if (late > 0) {
    found.faults.push_back(no(late) + (late == 1 ? " entry waits" : " entries wait") +
                           " for more than " + no(asked.waiting_max.count()) +
                           " seconds to be sealed, the first is " + no(first_late) + ".");
  }
  for (const postgres::Row row : tx.run(sql::verified_gone, found.party)) {
    found.faults.push_back("Entry " + no(row.integer("entry_no")) +
                           " was removed before it was sealed.");
  }
}

}  // namespace

std::vector<NotedTrail> noted_trails(postgres::BackupTx& tx, const VerifyAsked& asked) {
  std::vector<NotedTrail> all;
  for (const postgres::Row row : tx.run(sql::verified_parties, asked.party)) {
    all.push_back({row.id<PartyId>("party_id"), row.text("name"), row.integer("entries"),
                   row.integer("noted_links"), row.integer("noted_anchored")});
  }
  return all;
}

VerifiedTrail verify_trail(postgres::BackupTx& tx, const NotedTrail& noted,
                           const VerifyAsked& asked, const AnchorReader& anchors,
                           const Hash& hash) {
  VerifiedTrail found;
  found.party = noted.party;
  found.name = noted.name;
  found.entries = noted.entries;
  const auto anchored = anchored_of(anchors, noted.party, found);
  Walk walk(found, anchored, hash);
  for (bool more = true; more;) {
    const auto rows = tx.run(sql::verified_links, noted.party, found.head.count, page);
    for (const postgres::Row row : rows) {
      walk.take(row);
    }
    more = rows.size() == static_cast<std::size_t>(page);
  }
  look_at_the_end(noted, asked, found);
  look_at_what_waits(tx, asked, found);
  return found;
}

}  // namespace onereturn::audit_log
