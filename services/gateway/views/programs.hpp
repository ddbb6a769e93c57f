#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/identity/clients.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// The page on which programs are let in, renewed and ended.
namespace onereturn::gateway::views {

struct ProgramForm {
  std::string id;  // of the program that the form would make
  std::string name;
  std::vector<std::string> scopes;
};

// What an authoriser typed under one program, when it comes back.
struct AgreementForm {
  std::string program;  // its id, "" when nobody agreed to anything just now
  std::string position;
  std::string days;
};

struct ProgramsInput {
  const std::vector<identity::Client>& clients;
  std::string role;
  std::string position;   // a first draft for the agreement
  std::string statement;  // what an authoriser agrees to
  ProgramForm form;
  std::string saved;
  std::vector<PageError> errors = {};
  AgreementForm agreement = {};
};

html::Data programs_page(const ProgramsInput& input);

// The only time that a secret is seen.
html::Data secret_page(const identity::Client& client, const std::string& secret,
                       const std::string& origin);

// "read the questions and answers", for a scope.
std::string scope_words(std::string_view scope);

}  // namespace onereturn::gateway::views
