#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

// What units share, and what colleagues share.
std::vector<Route> unit_routes() {
  using http::Verb;
  using namespace pages;
  const auto writers = [] { return agency({"contributor", "lead"}); };
  return {
      {Verb::get, "/questions/{requirement}/history", agency(), show_history},
      {Verb::post, "/questions/{requirement}/history", writers(), restore_version},
      {Verb::get, "/questions/{requirement}/for/{request}/history", agency(), show_local_history},
      {Verb::post, "/questions/{requirement}/for/{request}/history", writers(),
       restore_local_version},
      {Verb::get, "/boards/{request}/boxes/{kind}/{key}/history", agency(), show_box_history},
      {Verb::post, "/boards/{request}/boxes/{kind}/{key}/history", writers(), restore_box_version},
      {Verb::get, "/common", agency(), show_common},
      {Verb::get, "/common/{section}", agency(), show_common_section},
      {Verb::post, "/common/{section}", writers(), save_common_section},
      {Verb::get, "/tasks", agency(), show_work},
      {Verb::post, "/tasks", writers(), give_work},
      {Verb::post, "/tasks/end", writers(), end_work},
      {Verb::post, "/remarks", agency(), say_remark},
      {Verb::post, "/remarks/settle", agency(), settle_remark},
  };
}

}  // namespace onereturn::gateway
