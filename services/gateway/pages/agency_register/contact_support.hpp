#pragma once

#include <string>
#include <vector>

#include "domain/agency_register/contacts.hpp"
#include "gateway/request_context.hpp"
#include "gateway/routes.hpp"
#include "gateway/views/contacts.hpp"
#include "platform/http/message.hpp"

namespace onereturn::gateway::pages {

agency_register::WritePerson typed_person(const RequestContext& context);

std::vector<views::PageError> contact_errors(const Problem& problem);

// The form again with what was typed: 422 for what is wrong, 409 for what changed meanwhile, and
// the page of the refusal for everything else.
http::Response contact_form_again(RequestContext& context, views::ContactForm form,
                                  const Problem& problem);

// The organisation's side: /contacts and what is below it.
http::Response show_own_contacts(RequestContext& context);
std::vector<Route> own_contact_routes();

}  // namespace onereturn::gateway::pages
