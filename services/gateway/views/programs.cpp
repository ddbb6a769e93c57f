#include "gateway/views/programs.hpp"

#include <algorithm>

#include "domain/identity/roles.hpp"

namespace onereturn::gateway::views {

namespace {

using html::Data;
using identity::Client;

std::string what_it_may(const Client& client) {
  std::vector<std::string> words;
  for (const auto& scope : client.scopes)
    words.push_back(scope_words(scope));
  return capital(joined(words)) + ".";
}

Data fact(const char* label, std::string text) {
  return Data::object().set("label", label).set("text", std::move(text));
}

std::string consent_words(const Client& client) {
  if (!client.consent) return "Nobody yet: it cannot send until an authoriser agrees.";
  const auto& consent = *client.consent;
  return consent.name + ", " + consent.position + ", from " +
         to_words(day_in_england(consent.given_at)) + " until " +
         to_words(day_in_england(consent.ends_at)) + ".";
}

Data facts_of(const Client& client) {
  auto facts = Data::list();
  facts.push(fact("May", what_it_may(client)));
  facts.push(fact("Client ID", client.client.text()));
  facts.push(fact("Let in",
                  to_words(day_in_england(client.issued_at)) + ", by " + client.issued_by + "."));
  facts.push(fact("Last at work",
                  client.last_token_at ? to_words_with_time(*client.last_token_at) : "Not yet."));
  if (client.old_secret_ends_at) {
    facts.push(fact("Old secret ends", to_words_with_time(*client.old_secret_ends_at)));
  }
  if (client.may(identity::submits)) facts.push(fact("Sends for", consent_words(client)));
  return facts;
}

Data open_program(const Client& client, const ProgramsInput& input) {
  const bool leads = identity::may_lead(input.role);
  const bool signs = identity::may_submit(input.role) && client.may(identity::submits);
  const auto id = client.client.text();
  const bool again = input.agreement.program == id;
  return Data::object()
      .set("id", id)
      .set("name", client.name)
      .set("facts", facts_of(client))
      .set("leads", leads)
      .set("agree", signs && !client.consent)
      .set("withdraw", client.consent.has_value())
      .set("agree_open", again)
      .set("position", again ? input.agreement.position : input.position)
      .set("position_error", error_of(input.errors, "position-" + id))
      .set("statement_error", error_of(input.errors, "statement-" + id))
      .set("ninety", again && input.agreement.days == "90")
      .set("statement", input.statement);
}

Data ended_programs(const std::vector<Client>& clients) {
  auto ended = Data::list();
  for (const auto& client : clients) {
    if (!client.revoked_at) continue;
    ended.push(Data::object()
                   .set("name", client.name)
                   .set("ended", to_words(day_in_england(*client.revoked_at))));
  }
  return ended;
}

Data form_of(const ProgramsInput& input) {
  auto scopes = Data::list();
  for (const auto scope : identity::all_scopes) {
    const auto& chosen = input.form.scopes;
    scopes.push(Data::object()
                    .set("value", scope)
                    .set("id", "scope-" + as_id(scope))
                    .set("text", capital(scope_words(scope)))
                    .set("checked", std::find(chosen.begin(), chosen.end(), scope) != chosen.end())
                    .set("hint", scope == identity::submits
                                     ? Data("Only once an authoriser has agreed on this page.")
                                     : Data()));
  }
  return Data::object()
      .set("program", input.form.id)
      .set("name_value", input.form.name)
      .set("name_error", error_of(input.errors, "name"))
      .set("scopes_error", error_of(input.errors, "scopes"))
      .set("scopes", std::move(scopes));
}

std::string saved_words(const std::string& saved) {
  if (saved == "ended") return "The program was ended. Its secret and its tokens work no longer.";
  if (saved == "agreed") return "Agreed. The program can send in your name until you end it.";
  if (saved == "withdrawn") return "The agreement was ended. The program can send no longer.";
  if (saved == "before") {
    return "That program was let in before. Its secret is shown only once: make a new one if you "
           "did not keep it.";
  }
  return {};
}

}  // namespace

std::string scope_words(std::string_view scope) {
  if (scope == identity::reads_questions) return "read the questions, answers and copies";
  if (scope == identity::writes_answers) return "write answers and actions";
  if (scope == identity::writes_evidence) return "write evidence";
  if (scope == identity::submits) return "send copies to boards";
  return "follow the copies that were sent";
}

Data programs_page(const ProgramsInput& input) {
  auto open = Data::list();
  for (const auto& client : input.clients) {
    if (!client.revoked_at) open.push(open_program(client, input));
  }
  const bool leads = identity::may_lead(input.role);
  const auto ended = ended_programs(input.clients);
  return Data::object()
      .set("title", "Programs that act for you")
      .set("title_error", !input.errors.empty())
      .set("error_summary", error_summary(input.errors))
      .set("saved_note", Data::text_or_no(saved_words(input.saved)))
      .set("none", open.items().empty())
      .set("programs", std::move(open))
      .set("any_ended", !ended.items().empty())
      .set("ended", ended)
      .set("form", leads ? form_of(input) : Data());
}

Data secret_page(const Client& client, const std::string& secret, const std::string& origin) {
  return Data::object()
      .set("title", "The secret of " + client.name)
      .set("name", client.name)
      .set("client", client.client.text())
      .set("secret", secret)
      .set("token_address", origin + "/oauth/token")
      .set("old_ends", client.old_secret_ends_at
                           ? Data("The old secret goes on until " +
                                  to_words_with_time(*client.old_secret_ends_at) + ".")
                           : Data());
}

}  // namespace onereturn::gateway::views
