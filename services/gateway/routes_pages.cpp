#include "gateway/pages/fan_out/fan_out_pages.hpp"
#include "gateway/pages/frameworks/mapping_pages.hpp"
#include "gateway/pages/identity/identity_pages.hpp"
#include "gateway/pages/returns/returns_pages.hpp"
#include "gateway/routes.hpp"

namespace onereturn::gateway {

std::vector<Route> page_routes() {
  using http::Verb;
  using namespace pages;
  return {
      {Verb::get, "/", anyone(), front_door},
      {Verb::get, "/sign-in", anyone(), show_sign_in},
      {Verb::post, "/sign-in", anyone(), sign_in},
      {Verb::post, "/sign-out", signed_in(), sign_out},
      {Verb::get, "/signed-out", anyone(), show_signed_out},
      {Verb::get, "/role", signed_in(), show_roles},
      {Verb::post, "/role", signed_in(), take_role},
      {Verb::get, "/help", anyone(), show_help},
      {Verb::get, "/accessibility", anyone(), show_accessibility},
      {Verb::get, "/privacy", anyone(), show_privacy},

      {Verb::get, "/home", agency(), show_home},
      {Verb::get, "/standards/{standard}", agency(), show_standard},
      {Verb::get, "/questions/{requirement}", agency(), show_question},
      {Verb::post, "/questions/{requirement}", agency({"contributor", "lead"}), save_question},
      {Verb::get, "/questions/{requirement}/consequences", agency(), show_consequences},
      {Verb::get, "/questions/{requirement}/for/{request}", agency(), show_local_question},
      {Verb::post, "/questions/{requirement}/for/{request}", agency({"contributor", "lead"}),
       save_local_question},
      {Verb::get, "/boards/{request}/extras", agency(), show_extras},
      {Verb::post, "/boards/{request}/extras", agency(), save_extras},
      {Verb::get, "/boards/{request}/copy", agency(), show_copy},
      {Verb::post, "/boards/{request}/choice", agency(), save_choice},
      {Verb::post, "/boards/{request}/by-hand", agency({"lead", "authoriser"}), save_by_hand},
      {Verb::get, "/boards/{request}/promise", agency({"contributor", "lead"}), show_promise},
      {Verb::post, "/boards/{request}/promise", agency({"contributor", "lead"}), save_promise},
      {Verb::get, "/commitments/{commitment}/remove", agency({"contributor", "lead"}),
       show_removal},
      {Verb::post, "/commitments/{commitment}/remove", agency({"contributor", "lead"}),
       remove_action},
      {Verb::get, "/form/{section}", agency(), show_form_section},
      {Verb::post, "/form/{section}", agency({"contributor", "lead"}), save_form_section},
      {Verb::get, "/check", agency(), show_check},
      {Verb::post, "/check/explain", agency(), save_explanation},
      {Verb::get, "/authorise", agency({"authoriser"}), show_authorise},
      {Verb::post, "/authorise", agency({"authoriser"}), authorise, form_body_max, true},
      {Verb::get, "/sent", agency(), show_sent},
      {Verb::get, "/sent/{request}/copy", agency(), show_sent_copy},
      {Verb::get, "/sent/{request}/receipt", agency(), show_agency_receipt},
      {Verb::get, "/sent/{request}/receipt.svg", agency(), show_agency_receipt_code},

      {Verb::get, "/returns", board(), show_returns},
      {Verb::get, "/returns.csv", board(), export_returns},
      {Verb::get, "/returns/{return}", board(), show_return},
      {Verb::post, "/returns/{return}/acknowledge", board(), acknowledge},
      {Verb::get, "/returns/{return}/receipt", board(), show_board_receipt},
      {Verb::get, "/returns/{return}/receipt.svg", board(), show_board_receipt_code},
      {Verb::get, "/mapping", board({"manager", "assistant", "chair"}), show_mapping},
      {Verb::get, "/mapping.csv", board({"manager", "assistant", "chair"}), export_mapping},
      {Verb::get, "/mapping/{form}/{requirement}", board({"manager", "assistant", "chair"}),
       show_mapping_account},
      {Verb::get, "/verify", anyone(), ask_for_receipt},
      {Verb::get, "/verify/{code}", anyone(), verify_receipt},
  };
}

}  // namespace onereturn::gateway
