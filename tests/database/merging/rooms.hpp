#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/tenancy/merge_rooms.hpp"
#include "platform/postgres/database.hpp"
#include "support/small_region.hpp"

// Rooms to merge, and ways to look at everything that somebody can read.
namespace onereturn::testing {

postgres::Database& gateway_database();

Instant now_in_tests();

// SHA-256 of a text, 32 bytes.
std::string digest(const std::string& text);

// A room with its lead and the whole organisation's unit, whose id is the room's.
struct Room {
  std::string party;
  std::string lead;     // the person
  std::string session;  // as small_region::token wants it
  std::string name;
};
Room make_room(const std::string& name);
// Somebody else in a room; their session is the room's name and theirs.
std::string add_colleague(const Room& room, const std::string& name, const std::string& role,
                          const std::string& limits = "null");

void connect(const std::string& board, const Room& room);
// A board asks the room; the register has an entry for it. Answers the request.
std::string ask(const std::string& manager, const Room& room, const std::string& entry_name);
// One save of one answer, confirmed. Version is the one that it is based on.
void answer(const Room& room, const std::string& code, int base, const std::string& text,
            int level);

template <class Work>
auto as_lead(const Room& room, Work&& work) {
  return gateway_database().as_agency({digest(room.session)}, std::forward<Work>(work));
}

// The first hands a code to the second, whose lead proposes. `second_stays` from their side.
tenancy::MergeId propose(const Room& first, const Room& second, bool second_stays);
Result<tenancy::Agreement> agree(const Room& room, const tenancy::MergeId& merge);
// The second room stays. Both agree.
tenancy::MergeId merge_into(const Room& going, const Room& staying);

// Every row that this session can read, by table, as texts in order; without the columns named.
std::map<std::string, std::vector<std::string>> readable(
    const std::string& session, const std::vector<std::string>& without = {});
// Every row of the tenant's, the global and the work tables as they are.
std::map<std::string, std::string> everything();

// What the whole agency's row says; by superuser.
std::string value(const std::string& sql);

}  // namespace onereturn::testing
