#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> account_routes() {
  using http::Verb;
  using namespace pages;
  return {
      {Verb::get, "/sign-in/link/{token}", anyone(), show_sign_in_link},
      {Verb::post, "/sign-in/link", anyone(), use_sign_in_link},
      {Verb::get, "/sign-in/code", anyone(), show_code},
      {Verb::post, "/sign-in/code", anyone(), take_code},
      {Verb::get, "/sign-in/recovery", anyone(), show_recovery},
      {Verb::post, "/sign-in/recovery", anyone(), take_recovery},
      {Verb::get, "/sign-in/set-up", anyone(), show_set_up},
      {Verb::post, "/sign-in/set-up", anyone(), set_up},
      {Verb::get, "/password/forgotten", anyone(), show_forgotten},
      {Verb::post, "/password/forgotten", anyone(), forgotten},
      {Verb::get, "/password/new/{token}", anyone(), show_new_password},
      {Verb::post, "/password/new", anyone(), make_new_password},
      {Verb::get, "/invitation/{token}", anyone(), show_invitation},
      {Verb::post, "/invitation", anyone(), accept_invitation},

      {Verb::get, "/account", signed_in(), show_account},
      {Verb::post, "/account/sign-out", signed_in(), sign_out_elsewhere},
      {Verb::get, "/account/codes", signed_in(), show_own_codes},
      {Verb::post, "/account/codes", signed_in(), make_own_codes},
      {Verb::get, "/account/email", signed_in(), show_change_email},
      {Verb::post, "/account/email", signed_in(), ask_change_email},
      {Verb::get, "/account/email/agree/{token}", anyone(), show_leave_email},
      {Verb::post, "/account/email/agree", anyone(), agree_leave_email},
      {Verb::get, "/account/email/{token}", anyone(), show_new_email},
      {Verb::post, "/account/email/confirm", anyone(), confirm_new_email},

      {Verb::get, "/colleagues", agency({"lead"}), show_colleagues},
      {Verb::get, "/colleagues/invite", agency({"lead"}), show_invite},
      {Verb::post, "/colleagues/invite", agency({"lead"}), invite},
      {Verb::post, "/colleagues/invitations/{invitation}/withdraw", agency({"lead"}), withdraw},
      {Verb::get, "/colleagues/{membership}", agency({"lead"}), show_colleague},
      {Verb::post, "/colleagues/{membership}", agency({"lead"}), change_colleague},
      {Verb::post, "/colleagues/{membership}/remove", agency({"lead"}), remove_colleague},

      {Verb::get, "/board/people", board({"manager"}), show_board_people},
      {Verb::get, "/board/people/invite", board({"manager"}), show_board_invite},
      {Verb::post, "/board/people/invite", board({"manager"}), invite_to_board},
      {Verb::post, "/board/people/invitations/{invitation}/withdraw", board({"manager"}),
       withdraw_from_board},
      {Verb::get, "/board/people/{membership}", board({"manager"}), show_board_colleague},
      {Verb::post, "/board/people/{membership}", board({"manager"}), change_board_colleague},
      {Verb::post, "/board/people/{membership}/remove", board({"manager"}), remove_board_colleague},
      {Verb::post, "/board/people/{membership}/codes", board({"manager"}), reset_board_colleague},
      {Verb::post, "/board/people/{membership}/export", board({"manager"}), let_colleague_export},
      {Verb::get, "/board/rights", board(), show_board_rights},
  };
}

}  // namespace onereturn::gateway
