#pragma once

#include "gateway/request_context.hpp"
#include "platform/http/message.hpp"

// Signing in, choosing a role, signing out, and the pages that everybody may read.
namespace onereturn::gateway::pages {

http::Response front_door(RequestContext& context);
http::Response show_sign_in(RequestContext& context);
http::Response sign_in(RequestContext& context);
http::Response show_sign_in_link(RequestContext& context);
http::Response use_sign_in_link(RequestContext& context);
http::Response sign_out(RequestContext& context);
http::Response show_signed_out(RequestContext& context);
http::Response show_roles(RequestContext& context);
http::Response take_role(RequestContext& context);

// The second factor: on the way in, and in the own account.
http::Response show_code(RequestContext& context);
http::Response take_code(RequestContext& context);
http::Response show_recovery(RequestContext& context);
http::Response take_recovery(RequestContext& context);
http::Response show_set_up(RequestContext& context);
http::Response set_up(RequestContext& context);
http::Response show_own_codes(RequestContext& context);
http::Response make_own_codes(RequestContext& context);

// The own account.
http::Response show_forgotten(RequestContext& context);
http::Response forgotten(RequestContext& context);
http::Response show_new_password(RequestContext& context);
http::Response make_new_password(RequestContext& context);
http::Response show_account(RequestContext& context);
http::Response sign_out_elsewhere(RequestContext& context);
http::Response show_change_email(RequestContext& context);
http::Response ask_change_email(RequestContext& context);
http::Response show_leave_email(RequestContext& context);
http::Response agree_leave_email(RequestContext& context);
http::Response show_new_email(RequestContext& context);
http::Response confirm_new_email(RequestContext& context);

// Colleagues, by the lead of an agency or the manager of a board; and whoever was invited.
http::Response show_colleagues(RequestContext& context);
http::Response show_invite(RequestContext& context);
http::Response invite(RequestContext& context);
http::Response withdraw(RequestContext& context);
http::Response show_colleague(RequestContext& context);
http::Response change_colleague(RequestContext& context);
http::Response remove_colleague(RequestContext& context);
http::Response show_board_people(RequestContext& context);
http::Response show_board_invite(RequestContext& context);
http::Response invite_to_board(RequestContext& context);
http::Response withdraw_from_board(RequestContext& context);
http::Response show_board_colleague(RequestContext& context);
http::Response change_board_colleague(RequestContext& context);
http::Response remove_board_colleague(RequestContext& context);
http::Response reset_board_colleague(RequestContext& context);
http::Response let_colleague_export(RequestContext& context);
http::Response show_board_rights(RequestContext& context);
http::Response show_invitation(RequestContext& context);
http::Response accept_invitation(RequestContext& context);

http::Response show_help(RequestContext& context);
http::Response show_accessibility(RequestContext& context);
http::Response show_privacy(RequestContext& context);

}  // namespace onereturn::gateway::pages
