#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "gateway/problems.hpp"
#include "platform/http/message.hpp"

namespace onereturn::gateway {

// Pages for whoever is turned away because too many are here: rendered once, so that turning away
// costs next to nothing just when there is nothing to spare. May be used from any thread.
class ReadyMade {
 public:
  // Renders the page of a refusal for a request to that target, with that reference.
  using Render =
      std::function<std::string(const Refusal& refusal, bool repeat, const std::string& target,
                                const std::string& reference)>;

  explicit ReadyMade(Render render) : render_{std::move(render)} {}

  // The same page as `render` makes for this request.
  http::Response page(const Refusal& refusal, const http::RequestHead& head);

 private:
  Render render_;
  std::mutex mutex_;
  std::map<std::string, std::string> pages_;  // with marks where target and reference go
};

}  // namespace onereturn::gateway
