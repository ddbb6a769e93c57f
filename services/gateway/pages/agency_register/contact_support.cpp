#include "gateway/pages/agency_register/contact_support.hpp"

#include "gateway/pages/page_support.hpp"
#include "gateway/problems.hpp"

namespace onereturn::gateway::pages {

agency_register::WritePerson typed_person(const RequestContext& context) {
  return {context.field("role"), context.field("name"), context.field("position"),
          context.field("email"), context.field("telephone")};
}

std::vector<views::PageError> contact_errors(const Problem& problem) {
  std::vector<views::PageError> errors;
  for (const auto& field : problem.fields)
    errors.push_back({field.field, field.message});
  return errors;
}

http::Response contact_form_again(RequestContext& context, views::ContactForm form,
                                  const Problem& problem) {
  const bool meanwhile = problem.code == ProblemCode::conflict;
  form.errors = contact_errors(problem);
  if (meanwhile) form.errors = {{"name", problem.detail}};
  if (form.errors.empty()) return refuse(context, problem);
  return framed(context, "pages/contact_form", views::contact_form_page(form), "/contacts",
                meanwhile ? 409 : 422);
}

}  // namespace onereturn::gateway::pages
