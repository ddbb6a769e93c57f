#include "support/isolation/rows.hpp"

#include <map>

#include "support/small_region.hpp"

namespace onereturn::testing::isolation {
namespace {

namespace region = small_region;

// What a file of this folder does with the pair, who stand in its settings.
void run_for(const Pair& pair, const std::string& file) {
  const std::map<std::string, std::string> settings = {{"agency", pair.agency},
                                                       {"board", pair.board},
                                                       {"borrower", pair.borrower},
                                                       {"request", pair.request},
                                                       {"lead", pair.lead},
                                                       {"manager", pair.manager},
                                                       {"id", pair.id}};
  auto arranger = Raw::superuser();
  pqxx::work work(arranger.connection());
  for (const auto& [name, value] : settings) {
    work.exec("select set_config('rows." + name + "', '" + value + "', true)");
  }
  work.exec(read_text(std::string(ONERETURN_SOURCE_DIR) + "/tests/support/isolation/" + file));
  work.commit();
}

}  // namespace

const Pair& small_pair() {
  static const Pair pair = {region::agency_one,
                            region::board_two,
                            region::request_two_of_one,
                            region::lead_one,
                            region::manager_two,
                            region::board_one,
                            "10000000-0000-4000-8000-000000000001"};
  return pair;
}

void make_one_row_in_every_table(const Pair& pair) { run_for(pair, "one_row_in_every_table.sql"); }

void make_rows_outside_of_tenants(const Pair& pair) {
  run_for(pair, "rows_outside_of_tenants.sql");
}

}  // namespace onereturn::testing::isolation
