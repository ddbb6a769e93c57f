#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "platform/postgres/database.hpp"
#include "tools/admin/documents.hpp"

namespace onereturn::admin {

// The party that owns the templates of a board's code; nothing when it is not on the service.
using OwnerOf = std::function<std::optional<PartyId>(const std::string& board)>;

// Publishes frameworks, then templates (editions before those that adopt them), then mappings.
// Answers a line for each. Stops at the first refusal; what was published before it stays.
Result<std::string> publish_all(postgres::Database& database, const Documents& documents,
                                const OwnerOf& owner_of);

}  // namespace onereturn::admin
