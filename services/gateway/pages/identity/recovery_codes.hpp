#pragma once

#include <string>
#include <vector>

#include "gateway/request_context.hpp"
#include "platform/crypto/sealer.hpp"
#include "platform/http/message.hpp"

namespace onereturn::gateway::pages {

// Ten codes for the day on which the phone is gone: "k7fq-29md-xw4h". No letter that looks like a
// digit or like another letter.
std::vector<std::string> new_recovery_codes();

// What stands for a person's code in the database, however it was typed: blanks, hyphens and
// capitals do not matter. One for each key of the sealer; the first is what is stored.
std::vector<std::string> recovery_hashes(const crypto::Sealer& sealer, const PersonId& person,
                                         const std::string& typed);

// The page that shows them, once. `next` is where its link leads.
http::Response recovery_codes_page(RequestContext& context, const std::vector<std::string>& codes,
                                   const std::string& next);

}  // namespace onereturn::gateway::pages
