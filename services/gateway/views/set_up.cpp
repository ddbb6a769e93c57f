#include "gateway/views/set_up.hpp"

#include <algorithm>
#include <string>

#include "gateway/board_rights.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;

bool may_open(std::string_view href, std::string_view role) {
  const auto route = "GET " + std::string(href);
  return std::ranges::any_of(board_rights(), [&](const BoardRight& right) {
    return std::ranges::find(right.routes, route) != right.routes.end() &&
           std::ranges::find(right.roles, role) != right.roles.end();
  });
}

}  // namespace

const std::vector<ToSetUp>& all_to_set_up() {
  static const std::vector<ToSetUp> all = {
      {"Whom you ask", "/register/types", "Kinds and intervals",
       "The kinds of organisation that you ask, which of them are section 11 bodies, and after how "
       "long each falls due again."},
      {"Whom you ask", "/waves", "Waves",
       "What you have asked for so far, at once or as each falls due, and how it stands."},
      {"What you ask", "/mapping", "What each form asks",
       "Your form and the other boards’ beside each other, requirement by requirement, with what "
       "is "
       "left over and what is in doubt: to argue over on screen or on a sheet of A3."},
      {"What goes out", "/set-up/reminders", "Reminders",
       "When people are reminded before and after a day, who is, in your words; and the days and "
       "hours in which you write at all."},
      {"What goes out", "/guidance", "Guidance",
       "What you have said to one organisation and then to all: it stands beside the question."},
      {"What goes out", "/board/look", "How papers look",
       "The name, colour and logo that reports, packs and receipts of your board carry."},
      {"How you judge", "/evaluation/settings", "How we evaluate",
       "Whether a second person looks before a release, and your own quick keys."},
      {"Who sees and does what", "/board/people", "People",
       "Who acts for your board, in which role, and who may take lists along as a file."},
      {"Who sees and does what", "/board/rights", "Who may do what",
       "Everything that can be done here, and which role does it."},
      {"Who sees and does what", "/board/sight", "Sight",
       "What you let the lead of children’s services at a council see, from when and until when."},
      {"Who sees and does what", "/board/trail", "What was done",
       "Every change that your board made, by whom and when."},
  };
  return all;
}

Data set_up_page(std::string_view role) {
  auto areas = Data::list();
  auto links = Data::list();
  const auto& all = all_to_set_up();
  for (std::size_t at = 0; at < all.size(); ++at) {
    const auto& each = all[at];
    if (may_open(each.href, role)) {
      links.push(Data::object()
                     .set("href", each.href)
                     .set("words", each.words)
                     .set("what_for", each.what_for));
    }
    const bool last = at + 1 == all.size() || std::string_view(all[at + 1].area) != each.area;
    if (!last) continue;
    if (!links.items().empty()) {
      areas.push(Data::object()
                     .set("id", "area-" + std::to_string(at))
                     .set("name", each.area)
                     .set("links", std::move(links)));
    }
    links = Data::list();
  }
  return Data::object()
      .set("title", "Set up")
      .set("manages", role == "manager")
      .set("areas", std::move(areas));
}

}  // namespace onereturn::gateway::views
