#pragma once

#include <map>
#include <optional>
#include <string>

#include "domain/mapping/answers_format.hpp"
#include "platform/json/reader.hpp"

// The pieces of the answers' JSON.
namespace onereturn::mapping {

// A fault when it is not a day that exists.
Date read_date(json::ObjectReader& reader, std::string_view key);
std::optional<Date> read_optional_date(json::ObjectReader& reader, std::string_view key);

// Adds the answer under its requirement; a fault when there is one already.
void read_answer_into(json::ObjectReader& reader, std::map<std::string, Answer>& answers);

// A commitment; one for all boards may not name an item, one `of_a_board` may.
Commitment read_commitment(json::ObjectReader& reader, bool of_a_board);

BoardEntry read_board(json::ObjectReader& reader);

}  // namespace onereturn::mapping
