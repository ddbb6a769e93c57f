#pragma once

#include <string>
#include <vector>

#include "domain/returns/promised.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/way_back.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

namespace onereturn::gateway::views {

// What stands in the boxes of the page about something that is not to hand.
struct TypedPromise {
  TypedDate by;
  std::string whom;
};

TypedPromise typed_promise(const std::optional<mapping::Promise>& given);

// The address of that page.
std::string promise_href(const returns::Workspace& workspace, const returns::Engaged& board,
                         const returns::PromiseSubject& subject, const std::string& from);

// "Will be supplied by 3 May 2027, by Dee Okafor"; nothing without a promise.
std::string promise_state(const std::optional<mapping::Promise>& given);

// pages/promise.
html::Data promise_page(const returns::Workspace& workspace, const returns::Engaged& board,
                        const returns::PromiseSubject& subject, const returns::PromiseView& view,
                        const TypedPromise& typed, const WayBack& back,
                        const std::vector<PageError>& errors);

}  // namespace onereturn::gateway::views
