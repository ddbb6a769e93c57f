#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/questions/converse.hpp"
#include "gateway/request_context.hpp"
#include "gateway/views/questions.hpp"
#include "platform/postgres/transaction.hpp"

// What the pages of both sides share.
namespace onereturn::gateway::pages {

// The words of the item that it is about.
std::string place_of(postgres::Transaction& tx, const questions::Thread& thread);
// The same for many: one statement for all forms.
std::vector<views::PlacedThread> placed(postgres::Transaction& tx,
                                        std::vector<questions::Thread> threads);

// What the form of a conversation says. Nothing when its numbers are none.
std::optional<questions::WriteMessage> write_in(const RequestContext& context);
// What was typed, for the page that shows it again; nothing for what is no matter of typing.
std::optional<views::TypedMessage> typed_again(const RequestContext& context,
                                               const Problem& problem);
std::vector<views::PageError> errors_in(const Problem& problem);

// The sentence for "saved" in the address; "" for none.
std::string thread_note(const RequestContext& context);

}  // namespace onereturn::gateway::pages
