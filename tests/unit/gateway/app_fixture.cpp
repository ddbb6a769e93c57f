#include "unit/gateway/app_fixture.hpp"

#include <fstream>

#include <stdlib.h>

#include "gateway/access.hpp"
#include "platform/crypto/random.hpp"
#include "platform/http/framing.hpp"
#include "platform/http/urlencoded.hpp"

namespace onereturn::gateway::tests {
namespace {

namespace fs = std::filesystem;

fs::path make_assets() {
  std::string folder = (fs::temp_directory_path() / "onereturn-gateway-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) {
    throw std::runtime_error{"no folder for the assets"};
  }
  fs::path path{folder};
  std::ofstream{path / "app-1.css"} << "body{}";
  std::ofstream{path / "app-1.css.gz"} << "pressed";
  std::ofstream{path / "app-1.js"} << "1";
  std::ofstream{path / "favicon-1.svg"} << "<svg/>";
  std::ofstream{path / "manifest.json"}
      << R"({"app.css":"app-1.css","app.js":"app-1.js","favicon.svg":"favicon-1.svg"})";
  return path;
}

}  // namespace

config::Settings AppFixture::settings(const fs::path& folder) {
  config::Settings settings;
  settings.database = "host=/nowhere dbname=none user=gateway";
  settings.auth_database = "host=/nowhere dbname=none user=auth";
  settings.denied_passwords = {ONERETURN_SOURCE_DIR "/schemas/content/passwords/tried-first.txt"};
  settings.templates_folder = ONERETURN_SOURCE_DIR "/services/gateway/templates";
  settings.assets_folder = folder.string();
  settings.hosts = {"localhost"};
  settings.secret_keys = {crypto::random_bytes(32)};
  return settings;
}

AppFixture::AppFixture(std::vector<Route> table)
    : folder_{make_assets()}, app{settings(folder_), std::move(table)} {}

AppFixture::~AppFixture() { fs::remove_all(folder_); }

AppFixture::Person AppFixture::sign_in(const std::string& kind, const std::string& role) {
  Person person{crypto::new_token(), {}};
  Session session;
  session.token_hash = crypto::token_hash(person.token);
  session.person = PersonId::random();
  session.person_name = "Robin Example";
  session.party = PartyId::random();
  session.party_name = "Example Trust";
  session.party_kind = kind;
  session.role = role;
  app.services().sessions.keep(session);
  http::Request request;
  request.cookies.add("__Host-session", person.token);
  RequestContext context{std::move(request), app.services()};
  identify(context);
  person.csrf = context.csrf_token();
  return person;
}

http::Response AppFixture::answer(http::Verb verb, const std::string& target,
                                  const std::vector<std::pair<std::string, std::string>>& headers,
                                  const std::string& body) {
  http::RawHead raw{std::string{http::name_of(verb)}, target, 11, {{"Host", "localhost"}}};
  raw.fields.insert(raw.fields.end(), headers.begin(), headers.end());
  const auto examined = http::examine(raw, http::FramingLimits{.hosts = {"localhost"}});
  const auto& head = std::get<http::RequestHead>(examined);
  auto admission = app.admit(head);
  if (admission.answer) {
    return *admission.answer;
  }
  http::Request request;
  static_cast<http::RequestHead&>(request) = head;
  request.request_id = "0123456789abcdef";
  request.body = body;
  return app.handle(std::move(request));
}

}  // namespace onereturn::gateway::tests
