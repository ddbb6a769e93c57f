#include "database/mixing/twenty_parties.hpp"

#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

constexpr int parties = 20;
constexpr int boards = 6;

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string id_of(const std::string& first, int number) {
  return first + "000000-0000-4000-9000-0000000000" + two_digits(number);
}

void let_in(Raw& owner, const MixedParty& party, int number) {
  const auto person = id_of("d5", number), membership = id_of("e5", number);
  const std::string kind = party.is_board ? "board" : "agency";
  owner.run("select operator.add_party('" + party.id + "', '" + kind +
            "', null, 'active', '{\"name\": \"" + party.marker + "\"}')");
  owner.run("select operator.add_person('" + person + "', 'mixed." + std::to_string(number) +
            "@small.example', 'Mixed', '')");
  owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" + party.id +
            "', null, '" + (party.is_board ? "manager" : "lead") + "', '')");
  owner.run("select operator.issue_session(" + small_region::token(party.token) + ", '" + person +
            "', '" + membership + "', 'bearer', '1 day')");
}

void mark(Raw& gateway, const MixedParty& party) {
  pqxx::work work(gateway.connection());
  work.exec(small_region::enter(party.token));
  work.exec(party.is_board
                ? "insert into tenant.audit (tenant_id, kind, title, template_code,"
                  " template_version, period) values (app.party(), 'section11', '" +
                      party.marker + " is ours', 't1', 1, '2027')"
                : "insert into tenant.unit (tenant_id, unit_id, name) values (app.party(),"
                  " app.party(), '" +
                      party.marker + " is ours')");
  work.commit();
}

std::vector<MixedParty> made() {
  small_region::seed();
  std::vector<MixedParty> all;
  Raw owner("operator"), gateway("gateway");
  for (int number = 1; number <= parties; ++number) {
    const bool is_board = number <= boards;
    all.push_back({id_of(is_board ? "b5" : "a5", number), is_board,
                   "mixed " + std::to_string(number), "Party " + two_digits(number)});
    let_in(owner, all.back(), number);
    mark(gateway, all.back());
  }
  return all;
}

}  // namespace

const std::vector<MixedParty>& twenty_parties() {
  static const auto all = made();
  return all;
}

int misplaced_rows() {
  int misplaced = 0;
  for (const auto& party : twenty_parties()) {
    const std::string table = party.is_board ? "tenant.audit" : "tenant.unit";
    const std::string words = party.is_board ? "title" : "name";
    misplaced += std::stoi(Raw::superuser().one(
        "select count(*) from " + table + " where (tenant_id = '" + party.id + "' and " + words +
        " not like '" + party.marker + " is ours%') or (tenant_id <> '" + party.id + "' and " +
        words + " like '" + party.marker + "%') or " + words + " like '%taken back%'"));
  }
  return misplaced;
}

}  // namespace onereturn::testing
