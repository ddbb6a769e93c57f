#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.hpp"
#include "base/result.hpp"
#include "domain/frameworks/frameworks.hpp"
#include "platform/postgres/transaction.hpp"

// The operator's way into the catalogue. What is published never changes: the same content again
// changes nothing, other content under the same code and version is refused. The content is
// expected to be sound (read_framework, read_template, read_mapping, check_edition).
namespace onereturn::frameworks {

// SHA-256 of the bytes: 32 bytes.
using Sha256 = std::function<std::string(std::string_view)>;

enum class Published { now, before };

// Each refuses with conflict `already-published`.
Result<Published> publish_framework(postgres::OperatorTx& tx, const Framework& framework,
                                    const Sha256& hash);
// `owner` is the board that it belongs to, where it is one of this region's.
Result<Published> publish_template(postgres::OperatorTx& tx, const Template& form,
                                   const std::optional<BoardId>& owner, const Sha256& hash);
// Refuses with invalid `mapping-not-live` while an item of it is a draft or stale.
Result<Published> publish_mapping(postgres::OperatorTx& tx, const Mapping& mapping,
                                  const Sha256& hash);

}  // namespace onereturn::frameworks
